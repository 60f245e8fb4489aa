using Feedback.Local;

namespace Feedback.Tests.Analysis;

/// <summary>A view of <c>analysis/athena</c>.</summary>
internal sealed record View(string Name, string Sql)
{
    internal static IReadOnlyList<View> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "analysis", "athena"), "*.sql")
            .Order(StringComparer.Ordinal)
            .Select(file => new View(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
    ];
}
