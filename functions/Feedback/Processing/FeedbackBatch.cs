using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Sending;
using Feedback.Suppression;
using Microsoft.Extensions.Logging;

namespace Feedback.Processing;

/// <summary>
/// What the three queue functions do with a batch: read, record, review, evaluate. Each reads all three kinds, so that a message in the
/// wrong queue is recorded like any other.
/// </summary>
internal sealed class FeedbackBatch(
    Attributor attributor,
    OutcomeRecorder recorder,
    SoftBounceReview softBounces,
    Evaluator evaluator,
    Finisher finisher,
    TimeProvider time,
    ILogger<FeedbackBatch> logger)
{
    /// <summary>Evaluations that failed: tried again with the next batch of this process; the sweep tries too.</summary>
    private readonly HashSet<Subject> _unevaluated = [];

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

    private async Task<List<ReadMessage>> ReadAsync(IReadOnlyList<IncomingMessage> messages, BatchTally tally, CancellationToken cancellation)
    {
        var read = new List<ReadMessage>(messages.Count);
        foreach (var message in messages)
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            try
            {
                await ReadAsync(message, read, tally, cancellation);
            }
            catch (Exception exception)
            {
                // The boundary of one message: whatever is wrong with it, the others are recorded.
                Log.MessageFailed(logger, exception, message.Id);
            }
        }

        return read;
    }

    private async Task ReadAsync(IncomingMessage message, List<ReadMessage> read, BatchTally tally, CancellationToken cancellation)
    {
        switch (NotificationReader.Read(message.Body))
        {
            case Reading.Event { Feedback: var feedback }:
                var attribution = await attributor.AttributeAsync(feedback, cancellation);
                read.Add(new ReadMessage(message.Id, Observation.Of(feedback, attribution).ToList()));
                break;
            case Reading.Ignored ignored:
                tally.Ignore(message.Id);
                Log.MessageIgnored(logger, message.Id, ignored.Reason);
                break;
            case Reading.Unreadable unreadable:
                tally.Refuse();
                Log.MessageUnreadable(logger, message.Id, unreadable.Reason);
                break;
        }
    }

    /// <summary>
    /// What is recorded stays recorded: nothing here fails a message. Mail without a set is left to the sweep: its twin that names the set
    /// may be a moment behind, and nothing could be paused anyway.
    /// </summary>
    private async Task FollowUpAsync(Recording recorded, CancellationToken cancellation)
    {
        await softBounces.ReviewAsync(recorded.Observations, cancellation);
        _unevaluated.UnionWith(recorded.Subjects.Where(subject => subject != Subject.Unattributed));
        var decided = new List<SubjectState>();
        foreach (var subject in _unevaluated.ToList())
        {
            try
            {
                if ((await evaluator.EvaluateAsync(subject, cancellation)).Decided is { } state)
                {
                    decided.Add(state);
                }

                _unevaluated.Remove(subject);
            }
            catch (Exception exception)
            {
                // The boundary of one subject: the next batch of this process and the sweep try again.
                Log.EvaluationFailed(logger, exception, subject.Key);
            }
        }

        await finisher.FinishAsync(decided, cancellation);
    }
}
