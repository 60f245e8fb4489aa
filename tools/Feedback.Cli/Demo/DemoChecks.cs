using Feedback.Cli.Observing;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Cli.Status;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;

namespace Feedback.Cli.Demo;

/// <summary>
/// What must be so after a demo. The generator knows the expected numbers; the actual ones are read from the tables and from the local AWS.
/// </summary>
internal static class DemoChecks
{
    public static IReadOnlyList<Check> Of(DemoOutcome demo)
    {
        var (bad, healthy) = (demo.Bad.ConfigurationSet, demo.Healthy.ConfigurationSet);
        var pauses = demo.After.SendingChanges.Count(call => call.Name == bad && call.Enabled == false);
        return
        [
            Check.None("of events/, exactly the unreadable messages are left in the queue", Events(demo)),
            new("no simulated message is left in the queue", Undone(demo.Simulated)),
            Counters(demo, demo.Healthy),
            Counters(demo, demo.Bad),
            AccountIsTheSum(demo.Before),
            Check.That(
                $"{bad} was paused in SES exactly once",
                pauses == 1,
                pauses == 0 ? $"{bad} was not paused in SES" : $"{bad} was paused in SES {pauses} times"),
            Check.That($"{bad} does not send", demo.After.NotSending.Contains(bad), $"{bad} still sends"),
            Check.None($"{healthy} was never touched", Touched(demo)),
            Check.None("every set that SES refuses mail for was paused exactly once, and nothing else was switched", UnexpectedSendingChanges(demo.After)),
            Check.None("every mail went out exactly once", Repeated(demo.After)),
            Check.None("the mails that had to go out went out", Missing(demo)),
            SuppressionChecks.Of(demo),
            Check.None(
                "the replay changed no item of any table",
                demo.After.Stored.DifferencesFrom(demo.Before.Stored).Select(key => $"the replay changed {key}")),
            SameNumber("the replay changed nothing in SES", "calls that switch sending", demo.Before.SendingChanges.Count, demo.After.SendingChanges.Count),
            SameNumber("the replay sent no mail", "mails", demo.Before.Mails.Count, demo.After.Mails.Count),
        ];
    }

    /// <summary>What was done to the healthy sender's set; nothing, if all is well.</summary>
    public static IEnumerable<string> Touched(DemoOutcome demo)
    {
        var set = demo.Healthy.ConfigurationSet;
        var calls = demo.After.SendingChanges.Count(call => call.Name == set);
        if (calls > 0)
        {
            yield return $"SES was called {calls} times to switch {set}";
        }

        if (demo.After.NotSending.Contains(set))
        {
            yield return $"{set} does not send";
        }

        foreach (var mail in demo.After.Mails.Where(mail => mail.Attributes.GetValueOrDefault("entity") == set))
        {
            yield return $"a mail about {set} was sent: {mail.Subject}";
        }

        foreach (var status in demo.After.Entities.Where(status => status.State.Entity.ConfigurationSetName == set && !status.IsNormal))
        {
            yield return $"{set} is at level {status.State.Level}, its sending {status.State.Sending}";
        }
    }

    private static IEnumerable<string> Events(DemoOutcome demo) => demo.Events
        .Where(file => file.Report.Failed != (EventsFolder.IsUnreadable(file) ? 1 : 0) || file.Report.Error is not null)
        .Select(file => $"{file.File}: {file.Report.Error ?? $"{file.Report.Failed} messages are left in the queue"}");

    private static string? Undone(BatchReport report) =>
        report.Failed == 0 && report.Recorded + report.Ignored == report.Messages ? null : report.Error ?? Describe.Report(report);

    private static Check Counters(DemoOutcome demo, Sender sender)
    {
        var (set, sent, counted) = (sender.ConfigurationSet, demo.Mail.Expected(sender).Counts, demo.Before.Stored.CountersOf(sender.ConfigurationSet));
        return Check.That($"the counters of {set} are what was sent", sent == counted, $"the counters of {set} are {counted}; it sent {sent}");
    }

    private static Check AccountIsTheSum(Snapshot seen)
    {
        var counters = seen.Stored.Counters();
        var sum = counters.Where(entity => entity.Key != "account").Aggregate(default(Counts), (sum, entity) => sum + entity.Value);
        var account = counters.GetValueOrDefault("account");
        return Check.That(
            "the counters of the account are the sum of all others",
            sum == account,
            $"the counters of the account are {account}; the sum is {sum}");
    }

    private static IEnumerable<string> UnexpectedSendingChanges(Snapshot seen) => seen.SendingChanges
        .GroupBy(call => call.Name)
        .Where(calls => calls.Count() != 1 || calls.Any(call => call.Operation != AwsOperation.PutConfigurationSetSendingOptions || call.Enabled == true))
        .Select(calls => $"{calls.Key ?? "the account"} was switched: {string.Join(", ", calls.Select(call => $"{call.Operation} {call.Enabled}"))}")
        .Concat(seen.NotSending.Where(set => seen.SendingChanges.All(call => call.Name != set)).Select(set => $"{set} does not send, and no call paused it"));

    private static IEnumerable<string> Repeated(Snapshot seen) => seen.Mails
        .GroupBy(MailKind)
        .Where(mails => mails.Count() > 1)
        .Select(mails => $"the mail {mails.Key} was sent {mails.Count()} times");

    /// <summary>A mail for each pause; and one for the account, half of whose mail goes to a bought list.</summary>
    private static IEnumerable<string> Missing(DemoOutcome demo) => demo.After.NotSending.Select(set => $"Paused {set}")
        .Append("Critical account")
        .Except(demo.After.Mails.Select(MailKind))
        .Select(kind => $"the mail {kind} was not sent");

    private static Check SameNumber(string name, string what, int before, int after) =>
        Check.That(name, before == after, $"there were {before} {what} before the replay and {after} after it");

    private static string MailKind(PublishedMail mail) => $"{mail.Attributes.GetValueOrDefault("kind")} {mail.Attributes.GetValueOrDefault("entity")}";
}
