using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Logging;

/// <summary>The queries that docs/operations.md gives on-call, as they stand there.</summary>
internal static class DocumentedQueries
{
    private const string Fence = "```";

    internal static IReadOnlyList<InsightsQuery> All { get; } =
    [
        .. File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "operations.md"))
            .Split(Fence + "insights\n").Skip(1)
            .Select(rest => InsightsQuery.Parse(rest[..rest.IndexOf(Fence, StringComparison.Ordinal)])),
    ];

    internal static InsightsQuery Named(string name) => All.Single(query => query.Name == name);
}
