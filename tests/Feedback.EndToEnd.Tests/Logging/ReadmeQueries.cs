using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Logging;

/// <summary>The queries that the README gives on-call, as they stand there.</summary>
internal static class ReadmeQueries
{
    private const string Fence = "```";

    internal static IReadOnlyList<InsightsQuery> All { get; } =
    [
        .. File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "README.md"))
            .Split(Fence + "insights\n").Skip(1)
            .Select(rest => InsightsQuery.Parse(rest[..rest.IndexOf(Fence, StringComparison.Ordinal)])),
    ];

    internal static InsightsQuery Named(string name) => All.Single(query => query.Name == name);
}
