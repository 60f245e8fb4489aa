using System.Text.RegularExpressions;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Documents;

/// <summary>docs/architecture.md leads a reader from file to file: each of them must exist under that name.</summary>
public sealed class ArchitectureDocumentTests
{
    private static readonly IReadOnlyList<string> Sources =
    [
        .. new[] { "functions", "tools" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TemplateFile.RepositoryRoot, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => file.Replace('\\', '/')),
    ];

    public static TheoryData<string> NamedPaths => [.. Named(@"`(?<path>[\w.]+(/[\w.]+)+)`").Where(path => !path.EndsWith("/NAME", StringComparison.Ordinal))];

    /// <summary>Such as <c>Feedback/Outcomes/Ledger</c>, <c>Reputation/Rate</c> or <c>docs/configuration.md</c>.</summary>
    [Theory]
    [MemberData(nameof(NamedPaths))]
    public void Path_InTheDocument_IsThatOfAFile(string path)
    {
        var exists = Path.Exists(Path.Combine(TemplateFile.RepositoryRoot, path))
            || Path.Exists(Path.Combine(TemplateFile.RepositoryRoot, "functions", path))
            || Sources.Any(file => file.EndsWith($"/{path}.cs", StringComparison.Ordinal));

        exists.ShouldBeTrue(path);
    }

    [Fact]
    public void FoldersOfTheCore_AreThoseInTheTable()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(TemplateFile.RepositoryRoot, "functions/Feedback"))
            .Select(folder => Path.GetFileName(folder)!)
            .Except(["bin", "obj"]);

        Named(@"^\| `(?<path>[A-Z]\w+)` \| .* \| .* \|$").ShouldBe(folders, ignoreOrder: true);
    }

    private static List<string> Named(string pattern) =>
    [
        .. Regex.Matches(
                File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "docs/architecture.md")),
                pattern,
                RegexOptions.Multiline | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["path"].Value)
            .Distinct(),
    ];
}
