using Feedback.Cli.Observing;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Cli.Status;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Demo;

/// <summary>What must be so after a demo. Expected numbers are the generator's, actual ones are read off the tables and off the local AWS.</summary>
internal static class DemoChecks
{
    public static IReadOnlyList<Check> Of(DemoOutcome demo) =>
    [
        Check.None("of events/, exactly the unreadable messages are left in the queue", Events(demo)),
        new("no simulated message is left in the queue", Undone(demo.Simulated)),
        Counters(demo, demo.Healthy),
        Counters(demo, demo.Bad),
        AccountIsTheSum(demo.Before),
        Check.Equal($"{demo.Bad.ConfigurationSet} was paused in SES exactly once", 1, Pauses(demo.After, demo.Bad)),
        Check.Equal($"{demo.Bad.ConfigurationSet} does not send", expected: true, demo.After.NotSending.Contains(demo.Bad.ConfigurationSet)),
        Check.None($"{demo.Healthy.ConfigurationSet} was never touched", Touched(demo)),
        Check.None("every set that SES refuses mail for was paused exactly once, and nothing else was switched", UnexpectedSendingChanges(demo.After)),
        Check.None("every mail went out exactly once", Repeated(demo.After)),
        Check.None("the mails that had to go out went out", Missing(demo)),
        SuppressionChecks.Of(demo),
        Check.None("the replay changed no item of any table", demo.After.Stored.DifferencesFrom(demo.Before.Stored)),
        Check.Equal("the replay changed nothing in SES", demo.Before.SendingChanges.Count, demo.After.SendingChanges.Count),
        Check.Equal("the replay sent no mail", demo.Before.Mails.Count, demo.After.Mails.Count),
    ];

    private static IEnumerable<string> Events(DemoOutcome demo) => demo.Events
        .Where(file => file.Report.Failed != (EventsFolder.IsUnreadable(file) ? 1 : 0) || file.Report.Error is not null)
        .Select(file => $"{file.File}: {file.Report.Error ?? $"{file.Report.Failed} failed"}");

    private static string? Undone(BatchReport report) =>
        report.Failed == 0 && report.Recorded + report.Ignored == report.Messages ? null : report.Error ?? Describe.Report(report);

    private static Check Counters(DemoOutcome demo, Sender sender) => Check.Equal(
        $"the counters of {sender.ConfigurationSet} are what was sent",
        demo.Mail.Expected(sender).Counts,
        demo.Before.Stored.CountersOf(sender.ConfigurationSet));

    private static Check AccountIsTheSum(Snapshot seen)
    {
        var counters = seen.Stored.Counters();
        var sum = counters.Where(entity => entity.Key != "account").Aggregate(default(Counts), (sum, entity) => sum + entity.Value);
        return Check.Equal("the counters of the account are the sum of all others", sum, counters.GetValueOrDefault("account"));
    }

    private static int Pauses(Snapshot seen, Sender sender) => seen.SendingChanges.Count(call => call.Name == sender.ConfigurationSet && call.Enabled == false);

    private static IEnumerable<string> Touched(DemoOutcome demo)
    {
        var set = demo.Healthy.ConfigurationSet;
        var calls = demo.After.SendingChanges.Count(call => call.Name == set);
        if (calls > 0 || demo.After.NotSending.Contains(set))
            yield return $"{calls} calls of SES switched its sending";
        foreach (var mail in demo.After.Mails.Where(mail => mail.Attributes.GetValueOrDefault("entity") == set))
            yield return $"mail '{mail.Subject}'";
        foreach (var status in demo.After.Entities.Where(status => status.State.Entity.ConfigurationSetName == set && !status.IsNormal))
            yield return $"its level is {status.State.Level} and its sending {status.State.Sending}";
    }

    private static IEnumerable<string> UnexpectedSendingChanges(Snapshot seen) => seen.SendingChanges
        .GroupBy(call => call.Name)
        .Where(calls => calls.Count() != 1 || calls.Any(call => call.Operation != AwsOperation.PutConfigurationSetSendingOptions || call.Enabled == true))
        .Select(calls => $"{calls.Key ?? "account"}: {string.Join(", ", calls.Select(call => $"{call.Operation} {call.Enabled}"))}")
        .Concat(seen.NotSending.Where(set => seen.SendingChanges.All(call => call.Name != set)).Select(set => $"{set} doesn't send, and nobody paused it"));

    private static IEnumerable<string> Repeated(Snapshot seen) => seen.Mails
        .GroupBy(MailKind)
        .Where(mails => mails.Count() > 1)
        .Select(mails => $"{mails.Key} {mails.Count()} times");

    /// <summary>A mail for each pause; and the account as a whole is bad enough for one, since half of its mail goes to a bought list.</summary>
    private static IEnumerable<string> Missing(DemoOutcome demo) => demo.After.NotSending.Select(set => $"Paused {set}")
        .Append("Critical account")
        .Except(demo.After.Mails.Select(MailKind));

    private static string MailKind(PublishedMail mail) => $"{mail.Attributes.GetValueOrDefault("kind")} {mail.Attributes.GetValueOrDefault("entity")}";
}
