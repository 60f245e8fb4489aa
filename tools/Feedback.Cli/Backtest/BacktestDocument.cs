using Feedback.Cli.InProcess;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>A backtest as JSON. Rates are fractions.</summary>
internal sealed record BacktestDocument
{
    public required string Mode { get; init; }

    public required IReadOnlyList<string> Windows { get; init; }

    public required ThresholdPart Bounce { get; init; }

    public required ThresholdPart Complaint { get; init; }

    public required int Events { get; init; }

    public required int Ignored { get; init; }

    public required int Unreadable { get; init; }

    public required int Failed { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public required DateTimeOffset? From { get; init; }

    public required DateTimeOffset? Until { get; init; }

    public required IReadOnlyList<Entry> Timeline { get; init; }

    public required IReadOnlyList<Sum> Sets { get; init; }

    public static BacktestDocument Of(BacktestResult result) => new()
    {
        Mode = result.Policy.Mode.ToString(),
        Windows = [.. result.Policy.Windows.Select(window => window.ToString())],
        Bounce = ThresholdPart.Of(result.Policy.Bounce),
        Complaint = ThresholdPart.Of(result.Policy.Complaint),
        Events = result.Events,
        Ignored = result.Ignored,
        Unreadable = result.Unreadable,
        Failed = result.Failed,
        Problems = result.Problems,
        From = result.From,
        Until = result.Until,
        Timeline = [.. result.Timeline.Select(Entry.Of)],
        Sets = [.. result.Sets.Select(mail => Sum.Of(mail, result.Timeline))],
    };

    /// <summary>The thresholds of a rate.</summary>
    internal sealed record ThresholdPart(decimal Warning, decimal Critical, long MinimumEvents, long RepresentativeVolume)
    {
        public static ThresholdPart Of(Thresholds of) => new(of.Warning, of.Critical, of.MinimumEvents, of.RepresentativeVolume);
    }

    /// <summary>An entry of the timeline.</summary>
    internal sealed record Entry(DateTimeOffset At, string Entity, string What, string? Signal, string? Window, long Events, long Trials, decimal Rate)
    {
        public static Entry Of(Transition transition) => new(
            transition.At,
            transition.Entity.Name,
            transition.Kind.ToString(),
            transition.Worst?.Signal.ToString(),
            transition.Worst?.Window.ToString(),
            transition.Worst?.Events ?? 0,
            transition.Worst?.Trials ?? 0,
            transition.Worst?.Value ?? 0);
    }

    /// <summary>The mail of one entity.</summary>
    internal sealed record Sum(string Entity, int Warnings, DateTimeOffset? PausedAt, MailCounts All, MailCounts AfterPause)
    {
        public static Sum Of(SetMail mail, IReadOnlyList<Transition> timeline) => new(
            mail.Entity.Name,
            timeline.Count(transition => transition.Entity == mail.Entity && transition.Kind == AlertKind.Warning),
            mail.PausedAt,
            MailCounts.Of(mail.All),
            MailCounts.Of(mail.AfterPause));
    }

    /// <summary>Numbers of outcomes.</summary>
    internal sealed record MailCounts(long Attempts, long Deliveries, long HardBounces, long SoftBounces, long Complaints)
    {
        public static MailCounts Of(Tally tally) => new(tally.Attempts, tally.Deliveries, tally.HardBounces, tally.SoftBounces, tally.Complaints);
    }
}
