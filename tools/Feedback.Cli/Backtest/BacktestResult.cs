using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>The result of a backtest: what Feedback would have done.</summary>
internal sealed record BacktestResult
{
    public required Policy Policy { get; init; }

    public required int Events { get; init; }

    public required int Ignored { get; init; }

    public required int Unreadable { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Messages that the functions would have left in their queue: none unless the database fails.</summary>
    public required int Failed { get; init; }

    public required DateTimeOffset? From { get; init; }

    public required DateTimeOffset? Until { get; init; }

    public required IReadOnlyList<Transition> Timeline { get; init; }

    public required IReadOnlyList<SetMail> Sets { get; init; }

    /// <summary>The report about the archive; null if none was asked for.</summary>
    public ReportDocument? Report { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Whether nothing was read that could be evaluated, so that the absence of alerts proves nothing.</summary>
    public bool IsEmpty => Events + Unreadable == 0;

    public bool IsWhole => Unreadable + Failed == 0;

    /// <summary>What was left out and should not have been.</summary>
    public IReadOnlyList<string> Left => [.. Problems, $"{Figures.Count(Unreadable, "event")} unreadable, {Figures.Count(Failed)} not recorded."];
}
