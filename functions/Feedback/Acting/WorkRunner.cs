using System.Collections.Concurrent;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Does what the work list asks for: evaluates entities, reconciles what was decided, and completes their items with the next due time. An
/// item whose work fails, or whose turn does not come in time, stays in the table.
/// </summary>
internal sealed class WorkRunner(IWorkList work, Evaluator evaluator, Reconciler reconciler, Settings settings, TimeProvider time, ILogger<WorkRunner> logger)
{
    /// <summary>Evaluations wait for the table, not for the processor.</summary>
    internal const int EvaluationsAtOnce = 16;

    /// <param name="items">The work, in the order in which it is started.</param>
    /// <param name="evaluated">Called with each result.</param>
    /// <param name="evaluateUntil">Ends the evaluations; what was decided by then is still reconciled.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    /// <returns>How many entities were evaluated.</returns>
    internal async Task<int> RunAsync(
        IEnumerable<WorkItem> items,
        Func<EvaluationResult, Task>? evaluated,
        CancellationToken evaluateUntil,
        CancellationToken cancellationToken)
    {
        var results = new ConcurrentDictionary<ReputationEntity, (WorkItem Item, EvaluationResult Result)>();
        var count = 0;
        await BoundedParallel.ForEachAsync(items, EvaluationsAtOnce, EvaluateAsync, evaluateUntil);
        var after = await reconciler.ReconcileAsync([.. results.Values.Select(r => r.Result.Decided!)], cancellationToken);
        foreach (var (entity, (item, result)) in results)
        {
            await CompleteAsync(item, result, after.GetValueOrDefault(entity) ?? result.Decided!, cancellationToken);
        }

        return count;

        async Task EvaluateAsync(WorkItem item, CancellationToken token)
        {
            try
            {
                var result = await evaluator.EvaluateAsync(item.Entity, token);
                Interlocked.Increment(ref count);
                if (result.Decided is null)
                {
                    await CompleteAsync(item, result, result.State, token);
                }
                else
                {
                    results[item.Entity] = (item, result);
                }

                if (evaluated is not null)
                {
                    await evaluated(result);
                }
            }
            catch (Exception exception)
            {
                // The boundary of one entity: the others go on, and its item stays.
                Log.EvaluationFailed(logger, exception, item.Entity.Key);
            }
        }
    }

    /// <summary>
    /// Marks the entity, runs an action that may change its state, and completes the item. If the process ends in between, the sweep goes on.
    /// </summary>
    internal async Task<EntityState?> RunAsync(ReputationEntity entity, Func<Task<EntityState?>> action, CancellationToken cancellationToken)
    {
        var item = (await work.MarkAsync([entity], cancellationToken))[0];
        var after = await action();
        var now = time.GetUtcNow();
        await CompleteAsync(item, after is null ? now : NextEvaluation.Of(after, now) ?? Bucket.Of(now).End, cancellationToken);
        return after;
    }

    /// <summary>Leaves the item to the next sweep.</summary>
    internal Task LeaveAsync(WorkItem item, CancellationToken cancellationToken) => CompleteAsync(item, time.GetUtcNow(), cancellationToken);

    /// <summary>Completes the item of a state that was reconciled, but not evaluated.</summary>
    internal Task CompleteAsync(WorkItem item, EntityState after, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return CompleteAsync(item, NextEvaluation.Of(after, now) ?? Bucket.Of(now).End, cancellationToken);
    }

    private Task CompleteAsync(WorkItem item, EvaluationResult result, EntityState after, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = NextEvaluation.Of(after, result.Policy, result.Counters, now);
        return CompleteAsync(item, next ?? (settings.SetMetrics == SetMetrics.All ? Bucket.Of(now).End : null), cancellationToken);
    }

    private async Task CompleteAsync(WorkItem item, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        if (!item.IsListed)
        {
            return;
        }

        try
        {
            await work.CompleteAsync(item, next, cancellationToken);
        }
        catch (Exception exception)
        {
            // The work is done; the item stays and costs one more evaluation.
            Log.WorkNotCompleted(logger, exception, item.Entity.Key);
        }
    }
}
