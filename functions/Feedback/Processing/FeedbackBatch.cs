using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.Logging;

namespace Feedback.Processing;

/// <summary>
/// Processes a batch for the three queue functions: parse, record, suppress, evaluate, act. Each function reads all three kinds of event,
/// so a message in the wrong queue is recorded too.
/// </summary>
internal sealed class FeedbackBatch(
    SendingAccounts accounts,
    ConfigurationSetResolver resolver,
    ComplaintScopes complaintScopes,
    OutcomeRecorder recorder,
    SoftBounceSuppressor suppressor,
    IWorkList work,
    WorkRunner runner,
    NewEntities newEntities,
    BothFormats bothFormats,
    SuppressionTally suppressionTally,
    TimeProvider time,
    ILogger<FeedbackBatch> logger)
{
    /// <summary>The share of the time left after recording in which evaluations are started; the rest is for SES calls and alerts.</summary>
    private const double EvaluationShare = 0.5;

    /// <returns>The ids of the messages that must stay in the queue. A message counts as failed until it has been recorded or ignored.</returns>
    internal async Task<IReadOnlyList<string>> HandleAsync(IReadOnlyList<IncomingMessage> messages, TimeSpan remaining)
    {
        var started = time.GetTimestamp();
        var tally = new BatchTally();
        var events = Parse(messages, tally);
        return await RecordAsync([.. messages.Select(m => m.Id)], events, tally, remaining - time.GetElapsedTime(started));
    }

    /// <param name="ids">The ids of all messages of the batch.</param>
    /// <param name="events">What was read of them: one event for a message at the most.</param>
    /// <param name="tally">The messages that are done already.</param>
    /// <param name="remaining">The time until the invocation ends.</param>
    /// <inheritdoc cref="HandleAsync"/>
    internal async Task<IReadOnlyList<string>> RecordAsync(
        IReadOnlyList<string> ids, List<(string Id, FeedbackEvent Feedback)> events, BatchTally tally, TimeSpan remaining)
    {
        var started = time.GetTimestamp();
        using var deadline = Deadline.Of(remaining, time);
        var parsed = await AttributeAsync(events, deadline.Token);
        var marked = await MarkAsync(RaisedBy(parsed), deadline.Token);
        var recorded = await recorder.RecordAsync(parsed.SelectMany(m => m.Observations), deadline.Token);
        var done = parsed.Where(m => m.Observations.All(recorded.Holds)).ToList();
        foreach (var message in done)
        {
            tally.Succeed(message.Id);
        }

        await FollowUpAsync(marked, recorded, remaining - time.GetElapsedTime(started), deadline.Token);
        var failed = ids.Where(id => !tally.Succeeded(id)).Distinct().ToList();
        var ofAnotherAccount = done.Count(m => m.IsOfAnotherAccount);
        var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
        Log.BatchDone(logger, ids.Count, done.Count, ofAnotherAccount, tally.Ignored, tally.Unreadable, failed.Count - tally.Unreadable, milliseconds);
        return failed;
    }

    private List<(string Id, FeedbackEvent Feedback)> Parse(IReadOnlyList<IncomingMessage> messages, BatchTally tally)
    {
        var events = new List<(string, FeedbackEvent)>(messages.Count);
        foreach (var message in messages)
        {
            try
            {
                if (Parse(message, tally) is { } feedback)
                {
                    events.Add((message.Id, feedback));
                }
            }
            catch (Exception exception)
            {
                // The boundary of one message: its failure must not keep the others from being recorded.
                Log.MessageFailed(logger, exception, message.Id);
            }
        }

        if (tally.Unlisted > 0)
        {
            Log.AccountsRefused(logger, tally.Unlisted);
        }

        return events;
    }

    private FeedbackEvent? Parse(IncomingMessage message, BatchTally tally)
    {
        switch (NotificationParser.Parse(message.Body))
        {
            case ParsedNotification.Event { Feedback: var feedback } when accounts.Refuse(feedback):
                tally.IgnoreUnlisted(message.Id);
                return null;
            case ParsedNotification.Event { Feedback: var feedback }:
                return feedback;
            case ParsedNotification.Ignored ignored:
                tally.Ignore(message.Id);
                Log.MessageIgnored(logger, message.Id, ignored.Reason);
                return null;
            case ParsedNotification.Unreadable unreadable:
                tally.Refuse();
                Log.MessageUnreadable(logger, message.Id, unreadable.Reason);
                return null;
            default:
                throw new InvalidOperationException("A parse result that isn't handled here.");
        }
    }

    private async Task<List<ParsedMessage>> AttributeAsync(List<(string Id, FeedbackEvent Feedback)> events, CancellationToken cancellationToken)
    {
        var attributions = await resolver.ResolveAsync([.. events.Select(one => one.Feedback)], cancellationToken);
        var scopes = await complaintScopes.OfAsync([.. events.Zip(attributions, (one, attribution) => (one.Feedback, attribution))], cancellationToken);
        var now = time.GetUtcNow();
        return [.. events.Select((one, i) => new ParsedMessage(one.Id, [.. Observation.Of(one.Feedback, attributions[i], now, scopes[i])]))];
    }

    /// <summary>
    /// The sets whose bounces or complaints the batch is about to raise. Deliveries can only lower a rate, so a batch of deliveries evaluates
    /// nothing. Unattributed mail is left to the sweep: the notification that names its set may arrive a moment later.
    /// </summary>
    private static List<ReputationEntity> RaisedBy(IEnumerable<ParsedMessage> parsed) =>
    [
        .. parsed.SelectMany(message => message.Observations)
            .Where(observation => observation.Attribution.Counted && Tally.Of(observation.Evidence) is { HardBounces: > 0 } or { Complaints: > 0 })
            .Select(observation => observation.Attribution.Entity)
            .Where(entity => entity.ConfigurationSetName is not null)
            .Distinct(),
    ];

    /// <summary>Writes down, before anything is recorded, which sets have to be evaluated: if this process ends, the sweep does it.</summary>
    private async Task<IReadOnlyList<WorkItem>> MarkAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        try
        {
            return entities.Count == 0 ? [] : await work.MarkAsync(entities, cancellationToken);
        }
        catch (Exception exception)
        {
            // Recording must not wait for it: the batch itself evaluates the sets, without a safety net.
            Log.WorkNotMarked(logger, exception, entities.Count);
            return [.. entities.Select(entity => WorkItem.Unlisted(entity, time.GetUtcNow()))];
        }
    }

    /// <summary>
    /// Makes the accounts of others, and their unattributed mail, due for the next sweep. It evaluates the stack's own in any case.
    /// </summary>
    private async Task LeaveToSweepAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        foreach (var item in await MarkAsync(entities, cancellationToken))
        {
            await runner.LeaveAsync(item, cancellationToken);
        }
    }

    /// <summary>Runs after recording, so no failure here fails a message.</summary>
    private async Task FollowUpAsync(IReadOnlyList<WorkItem> marked, RecordingResult recorded, TimeSpan remaining, CancellationToken cancellationToken)
    {
        await suppressor.UpdateAsync(recorded.Observations, cancellationToken);

        // The ledger may know a surer set than the notification did.
        var others = recorded.Raised.Where(entity => entity.ConfigurationSetName is not null && marked.All(item => item.Entity != entity)).ToList();
        IReadOnlyList<WorkItem> items = [.. marked, .. await MarkAsync(others, cancellationToken)];
        await LeaveToSweepAsync([.. recorded.Raised.Where(entity => entity is { ConfigurationSetName: null, Member: not null })], cancellationToken);
        using var share = Deadline.Of(Deadline.Margin + ((remaining - Deadline.Margin) * EvaluationShare), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(share.Token, cancellationToken);
        await runner.RunAsync(items, evaluated: null, both.Token, cancellationToken);
        await newEntities.AddAsync(recorded.Entities, cancellationToken);
        await bothFormats.NoteAsync(recorded.InBothFormats, cancellationToken);
        await suppressionTally.AddAsync(recorded.NewlySuppressed, cancellationToken);
    }

    /// <summary>A message that was parsed, with what it proves.</summary>
    private sealed record ParsedMessage(string Id, IReadOnlyList<Observation> Observations)
    {
        /// <summary>True for mail of an account whose rates are not kept here: it suppresses, and counts nowhere.</summary>
        internal bool IsOfAnotherAccount => Observations.Any(observation => !observation.Attribution.Counted);
    }
}
