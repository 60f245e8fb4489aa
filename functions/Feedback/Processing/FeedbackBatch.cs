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
    ConfigurationSetResolver resolver,
    ComplaintScopes complaintScopes,
    OutcomeRecorder recorder,
    SoftBounceSuppressor suppressor,
    Evaluator evaluator,
    Reconciler reconciler,
    TimeProvider time,
    ILogger<FeedbackBatch> logger)
{
    /// <summary>Entities whose evaluation failed. The next batch of this process tries again, and so does the sweep.</summary>
    private readonly HashSet<ReputationEntity> _unevaluated = [];

    /// <returns>The ids of the messages that must stay in the queue. A message counts as failed until it has been recorded or ignored.</returns>
    internal async Task<IReadOnlyList<string>> HandleAsync(IReadOnlyList<IncomingMessage> messages, TimeSpan remaining)
    {
        var started = time.GetTimestamp();
        using var deadline = Deadline.Of(remaining, time);
        var tally = new BatchTally();
        var parsed = await AttributeAsync(Parse(messages, tally), deadline.Token);
        var recorded = await recorder.RecordAsync(parsed.SelectMany(m => m.Observations), deadline.Token);
        var done = parsed.Where(m => m.Observations.All(recorded.Holds)).ToList();
        foreach (var message in done)
        {
            tally.Succeed(message.Id);
        }

        await FollowUpAsync(recorded, deadline.Token);
        var failed = messages.Select(m => m.Id).Where(id => !tally.Succeeded(id)).Distinct().ToList();
        var ofAnotherAccount = done.Count(m => m.IsOfAnotherAccount);
        var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
        Log.BatchDone(logger, messages.Count, done.Count, ofAnotherAccount, tally.Ignored, tally.Unreadable, failed.Count - tally.Unreadable, milliseconds);
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

        return events;
    }

    private FeedbackEvent? Parse(IncomingMessage message, BatchTally tally)
    {
        switch (NotificationParser.Parse(message.Body))
        {
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
    /// Runs after recording, so no failure here fails a message. Unattributed mail is left to the sweep: the notification that names its
    /// set may arrive a moment later, and unattributed mail can't be paused.
    /// </summary>
    private async Task FollowUpAsync(RecordingResult recorded, CancellationToken cancellationToken)
    {
        await suppressor.UpdateAsync(recorded.Observations, cancellationToken);
        _unevaluated.UnionWith(recorded.Entities.Where(entity => entity != ReputationEntity.Unattributed));
        var decided = new List<EntityState>();
        foreach (var entity in _unevaluated.ToList())
        {
            try
            {
                if ((await evaluator.EvaluateAsync(entity, cancellationToken)).Decided is { } state)
                {
                    decided.Add(state);
                }

                _unevaluated.Remove(entity);
            }
            catch (Exception exception)
            {
                // The boundary of one entity: the next batch of this process tries again, and so does the sweep.
                Log.EvaluationFailed(logger, exception, entity.Key);
            }
        }

        await reconciler.ReconcileAsync(decided, cancellationToken);
    }

    /// <summary>A message that was parsed, with what it proves.</summary>
    private sealed record ParsedMessage(string Id, IReadOnlyList<Observation> Observations)
    {
        /// <summary>True for mail that another account sent: it suppresses, and counts for none of our sets.</summary>
        internal bool IsOfAnotherAccount => Observations.Any(observation => !observation.Attribution.Counted);
    }
}
