using Feedback.Cli.Simulation;
using Feedback.Local.Services.Ses;

namespace Feedback.Cli.Demo;

/// <summary>What a demo comes to, in figures of its run.</summary>
/// <param name="Paused">The bad sender's set; null if it was not paused.</param>
/// <param name="Why">The rate behind the pause.</param>
/// <param name="SecondsToPause">From the first batch with its bounces or complaints to the call that paused it in SES.</param>
/// <param name="BatchesToPause">How many such batches there were until then, on all queues.</param>
/// <param name="Messages">The bad sender's messages, whether before the pause or after it.</param>
/// <param name="MessagesStopped">Those after the pause. The simulation goes on with them; SES would have refused them.</param>
/// <param name="SetMails">The subjects of the mails to on-call about the set.</param>
/// <param name="AccountMails">The subjects of the mails to on-call about the whole account.</param>
/// <param name="Untouched">The healthy sender's set; null if SES was called or a mail was sent about it.</param>
internal sealed record Story(
    string? Paused,
    string? Why,
    double? SecondsToPause,
    int BatchesToPause,
    int Messages,
    int MessagesStopped,
    IReadOnlyList<string> SetMails,
    IReadOnlyList<string> AccountMails,
    string? Untouched)
{
    public static Story Of(DemoOutcome demo)
    {
        var set = demo.Bad.ConfigurationSet;
        var sent = demo.Mail.Messages.Where(message => message.ConfigurationSet == set && message.Fate != MessageFate.NeverAttempted).ToList();
        var pause = demo.After.SendingChanges.FirstOrDefault(call => call.Name == set && call.Enabled == false);
        var paused = pause is null ? DateTimeOffset.MaxValue : InTheSendersTime(pause, demo);
        var bad = demo.Batches.Where(batch => HasFeedbackOn(set, batch)).ToList();
        return new Story(
            pause is null ? null : set,
            demo.After.Entities.FirstOrDefault(entity => entity.State.Entity.ConfigurationSetName == set)?.State.Worst?.ToString(),
            pause is null || bad is [] ? null : Math.Round((pause.At - bad[0].Started).TotalSeconds, 1),
            pause is null ? 0 : bad.Count(batch => batch.Started <= pause.At),
            sent.Count,
            sent.Count(message => message.SentAt > paused),
            MailsAbout(set, demo),
            MailsAbout("account", demo),
            DemoChecks.Touched(demo).Any() ? null : demo.Healthy.ConfigurationSet);
    }

    private static bool HasFeedbackOn(string set, TimedBatch batch) => batch.Batch.Notifications
        .Any(notification => notification.Event is SimulatedEvent.Bounce or SimulatedEvent.Complaint && notification.Event.Message.ConfigurationSet == set);

    /// <summary>
    /// The pause in the senders' time, which runs faster than ours: a batch is invoked when its last notification has arrived, and what the
    /// function took after that is added. A pause after all batches stops nothing.
    /// </summary>
    private static DateTimeOffset InTheSendersTime(SesCall pause, DemoOutcome demo) =>
        demo.Batches.FirstOrDefault(batch => batch.Ended >= pause.At) is { } batch
            ? batch.Batch.Notifications.Max(notification => notification.ArrivesAt) + (pause.At - batch.Started)
            : DateTimeOffset.MaxValue;

    private static List<string> MailsAbout(string entity, DemoOutcome demo) =>
        [.. demo.After.Mails.Where(mail => mail.Attributes.GetValueOrDefault("entity") == entity).Select(mail => mail.Subject ?? "")];
}
