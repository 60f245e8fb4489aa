using System.Text.RegularExpressions;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Documents;

/// <summary>A Markdown file of the repository: what it links to, and the anchors that GitHub gives its headings.</summary>
internal sealed partial class MarkdownFile
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", ".git", ".aws-sam", "TestResults", "StrykerOutput"];

    private readonly string _prose;

    private MarkdownFile(string path, string text)
    {
        Path = path;
        _prose = InlineCode().Replace(Fence().Replace(text, ""), "code");
        Anchors = AnchorsOf(Fence().Replace(text, ""));
    }

    /// <summary>Relative to the repository.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Anchors { get; }

    /// <summary>The targets of its links and pictures, those on other hosts left out.</summary>
    public IEnumerable<string> RelativeLinks => Link().Matches(_prose).Select(link => link.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    public static MarkdownFile Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(TemplateFile.RepositoryRoot, path)));

    /// <summary>Every Markdown file that is not built or installed.</summary>
    public static IEnumerable<string> All() => Under(TemplateFile.RepositoryRoot)
        .Select(file => System.IO.Path.GetRelativePath(TemplateFile.RepositoryRoot, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Under(string folder) => Directory.EnumerateFiles(folder, "*.md")
        .Concat(Directory.EnumerateDirectories(folder).Where(child => !NotOurs.Contains(System.IO.Path.GetFileName(child))).SelectMany(Under));

    /// <summary>Lower case, without punctuation, hyphens for spaces; a heading that repeats another has a number behind it.</summary>
    private static List<string> AnchorsOf(string text)
    {
        var anchors = new List<string>();
        foreach (var heading in Heading().Matches(text).Select(match => match.Groups["text"].Value))
        {
            var anchor = Punctuation().Replace(LinkText().Replace(heading, "${text}").ToLowerInvariant(), "").Replace(' ', '-');
            var before = anchors.Count(other => Regex.IsMatch(other, $"^{Regex.Escape(anchor)}(-\\d+)?$", RegexOptions.None, TimeSpan.FromSeconds(1)));
            anchors.Add(before == 0 ? anchor : $"{anchor}-{before}");
        }

        return anchors;
    }

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]+`", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)|(src|href)=""(?<target>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LinkText();

    [GeneratedRegex("^#+ +(?<text>.*?) *$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M} _-]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Punctuation();
}
