namespace Feedback.Cli.Report;

/// <summary>The data of a report, as JSON and in the page. Rates are fractions, times are UTC.</summary>
internal sealed record ReportDocument
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The length of one point of every series.</summary>
    public required int StepMinutes { get; init; }

    /// <summary>The start of each point.</summary>
    public required IReadOnlyList<DateTimeOffset> Times { get; init; }

    /// <summary>Every entity that was asked for, the worst first.</summary>
    public required IReadOnlyList<SetSummary> Overview { get; init; }

    /// <summary>The first of them, in detail.</summary>
    public required IReadOnlyList<SetReport> Sets { get; init; }
}
