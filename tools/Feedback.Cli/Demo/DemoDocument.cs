using Feedback.Cli.Observing;
using Feedback.Cli.Status;

namespace Feedback.Cli.Demo;

/// <summary>The outcome of a demo as JSON.</summary>
internal sealed record DemoDocument(
    bool Ok,
    int Seed,
    double Seconds,
    Story Story,
    IReadOnlyList<DemoDocument.CheckPart> Checks,
    IReadOnlyList<SenderDocument> Senders,
    IReadOnlyList<EntityDocument> Entities,
    IReadOnlyDictionary<string, int> SuppressedByReason,
    IReadOnlyList<SendingChangeDocument> SendingChanges,
    IReadOnlyList<MailDocument> Mails,
    int ItemsChangedByReplay,
    IReadOnlyList<DemoDocument.PhasePart> Phases)
{
    public static DemoDocument Of(DemoOutcome demo, IReadOnlyList<Check> checks, int seed, TimeSpan took) => new(
        checks.All(check => check.Holds),
        seed,
        Math.Round(took.TotalSeconds, 1),
        Story.Of(demo),
        [.. checks.Select(check => new CheckPart(check.Name, check.Holds, check.Problem))],
        [.. demo.Mail.Senders.Select(sender => SenderDocument.Of(sender, demo.Mail, demo.Before))],
        [.. demo.After.Entities.Select(EntityDocument.Of)],
        demo.After.Stored.Suppressed()
            .SelectMany(entry => entry.Value)
            .CountBy(reason => reason)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(),
        [.. demo.After.SendingChanges.Select(SendingChangeDocument.Of)],
        [.. demo.After.Mails.Select(MailDocument.Of)],
        demo.After.Stored.DifferencesFrom(demo.Before.Stored).Count,
        [.. demo.Phases.Select(phase => new PhasePart(phase.Name, phase.Result, Math.Round(phase.Took.TotalSeconds, 1)))]);

    internal sealed record CheckPart(string Name, bool Holds, string? Problem);

    internal sealed record PhasePart(string Name, string Result, double Seconds);
}
