using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>The actions of one ledger transaction, and what its cancellation says about them.</summary>
internal sealed class LedgerActions
{
    private readonly LedgerTransaction _transaction;
    private readonly CounterShards _shards;
    private readonly List<IGrouping<(ReputationEntity Entity, DateTimeOffset Hour), CounterDelta>> _counters;

    internal LedgerActions(LedgerTransaction transaction, Settings settings, CounterShards shards, DateTimeOffset now)
    {
        (_transaction, _shards) = (transaction, shards);
        _counters = [.. transaction.Deltas.GroupBy(delta => (delta.Entity, delta.Hour))];
        Items =
        [
            .. transaction.Outcomes.Select(o => VersionCondition.Put(
                settings.OutcomesTable, OutcomeItem.Of(o, now + settings.OutcomeRetention), o.Version, OutcomeKeys.RecipientHash)),
            .. transaction.Suppressions.Select(s => VersionCondition.Put(
                settings.SuppressionTable, SuppressionItem.Of(s, now, settings.OutcomeRetention), s.Version, SuppressionKeys.Address)),
            .. _counters.Select(counter => CounterUpdate.Of(
                settings.ReputationTable,
                CounterKeys.Of(counter.Key.Entity, counter.Key.Hour, shards.Pick(counter.Key.Entity)),
                counter.SelectMany(CounterItem.Increments),
                counter.Aggregate(default(DomainClasses), (all, delta) => all | delta.Domains),
                Attributes.Expiry(counter.Key.Hour + Settings.CounterRetention, now))),
        ];
    }

    internal IReadOnlyList<TransactWriteItem> Items { get; }

    /// <summary>Cancellation reasons come in the order of the actions. One for a failed condition holds the stored item, if there is one.</summary>
    internal LedgerTransactionResult Understand(TransactionCanceledException cancelled)
    {
        var reasons = cancelled.CancellationReasons ?? [];
        WidenContended(reasons);
        try
        {
            var (outcomes, suppressions) = Stored(reasons);
            if (outcomes.Count + suppressions.Count > 0)
            {
                return new LedgerTransactionResult.Stale(outcomes, suppressions);
            }
        }
        catch (InvalidDataException unreadable)
        {
            return new LedgerTransactionResult.Refused(unreadable);
        }

        if (Contention.IsTransient(cancelled))
        {
            return LedgerTransactionResult.Busy.Instance;
        }

        return reasons.Exists(reason => reason.Code is Contention.InvalidItem or Contention.TooLarge)
            ? new LedgerTransactionResult.Refused(cancelled)
            : throw cancelled;
    }

    private (Dictionary<OutcomeKey, Outcome?> Outcomes, Dictionary<EmailAddress, SuppressionEntry?> Suppressions) Stored(List<CancellationReason> reasons)
    {
        var outcomes = new Dictionary<OutcomeKey, Outcome?>();
        var suppressions = new Dictionary<EmailAddress, SuppressionEntry?>();
        for (var i = 0; i < Math.Min(reasons.Count, _transaction.Outcomes.Count + _transaction.Suppressions.Count); i++)
        {
            if (reasons[i].Code != Contention.ConditionFailed)
            {
                continue;
            }

            var item = reasons[i].Item is { Count: > 0 } old ? old : null;
            if (i < _transaction.Outcomes.Count)
            {
                outcomes[_transaction.Outcomes[i].Key] = item is null ? null : OutcomeItem.Read(item);
            }
            else
            {
                suppressions[_transaction.Suppressions[i - _transaction.Outcomes.Count].Address] = item is null ? null : SuppressionItem.Read(item);
            }
        }

        return (outcomes, suppressions);
    }

    private void WidenContended(List<CancellationReason> reasons)
    {
        var first = _transaction.Outcomes.Count + _transaction.Suppressions.Count;
        for (var i = first; i < Math.Min(reasons.Count, first + _counters.Count); i++)
        {
            if (reasons[i].Code == Contention.Conflict)
            {
                _shards.Widen(_counters[i - first].Key.Entity);
            }
        }
    }
}
