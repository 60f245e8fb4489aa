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
/// What the three queue functions do with a batch: read, record, review, evaluate. Each reads all three kinds, so that a message in the
/// wrong queue is recorded like any other.
/// </summary>
internal sealed class FeedbackBatch(
    ConfigurationSetResolver resolver,
    OutcomeRecorder recorder,
    SoftBounceSuppressor suppressor,
    Evaluator evaluator,
    Reconciler reconciler,
    TimeProvider time,
    ILogger<FeedbackBatch> logger)
{
    /// <summary>Evaluations that failed: tried again with the next batch of this process; the sweep tries too.</summary>
    private readonly HashSet<ReputationEntity> _unevaluated = [];

    /// <returns>The ids of the messages that must stay in the queue. Every message counts as failed until it has succeeded.</returns>
    internal async Task<IReadOnlyList<string>> HandleAsync(IReadOnlyList<IncomingMessage> messages, TimeSpan remaining)
    {
        var started = time.GetTimestamp();
        using var deadline = Deadline.Of(remaining, time);
        var tally = new BatchTally();
        var read = await ReadAsync(messages, tally, deadline.Token);
        var recorded = await recorder.RecordAsync(read.SelectMany(m => m.Observations), deadline.Token);
        var done = read.Where(m => m.Observations.All(recorded.Holds)).ToList();
        foreach (var message in done)
        {
            tally.Succeed(message.Id);
        }

        await FollowUpAsync(recorded, deadline.Token);
        var failed = messages.Select(m => m.Id).Where(id => !tally.Succeeded(id)).Distinct().ToList();
        var ofAnotherAccount = done.Count(m => m.IsOfAnotherAccount);
        Log.BatchDone(logger, messages.Count, done.Count, ofAnotherAccount, tally.Ignored, tally.Unreadable, failed.Count - tally.Unreadable, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return failed;
    }

    private async Task<List<ReadMessage>> ReadAsync(IReadOnlyList<IncomingMessage> messages, BatchTally tally, CancellationToken cancellationToken)
    {
        var read = new List<ReadMessage>(messages.Count);
        foreach (var message in messages)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            try
            {
                await ReadAsync(message, read, tally, cancellationToken);
            }
            catch (Exception exception)
            {
                // The boundary of one message: whatever is wrong with it, the others are recorded.
                Log.MessageFailed(logger, exception, message.Id);
            }
        }

        return read;
    }

    private async Task ReadAsync(IncomingMessage message, List<ReadMessage> read, BatchTally tally, CancellationToken cancellationToken)
    {
        switch (NotificationParser.Parse(message.Body))
        {
            case ParsedNotification.Event { Feedback: var feedback }:
                var attribution = await resolver.AttributeAsync(feedback, cancellationToken);
                read.Add(new ReadMessage(message.Id, Observation.Of(feedback, attribution).ToList()));
                break;
            case ParsedNotification.Ignored ignored:
                tally.Ignore(message.Id);
                Log.MessageIgnored(logger, message.Id, ignored.Reason);
                break;
            case ParsedNotification.Unreadable unreadable:
                tally.Refuse();
                Log.MessageUnreadable(logger, message.Id, unreadable.Reason);
                break;
        }
    }

    /// <summary>
    /// What is recorded stays recorded: nothing here fails a message. Mail without a set is left to the sweep: its twin that names the set
    /// may be a moment behind, and nothing could be paused anyway.
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
                // The boundary of one entity: the next batch of this process and the sweep try again.
                Log.EvaluationFailed(logger, exception, entity.Key);
            }
        }

        await reconciler.ReconcileAsync(decided, cancellationToken);
    }
}
