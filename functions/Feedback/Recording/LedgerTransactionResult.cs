using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;

namespace Feedback.Recording;

/// <summary>How a ledger transaction ended.</summary>
internal abstract record LedgerTransactionResult
{
    internal sealed record Written : LedgerTransactionResult
    {
        internal static Written Instance { get; } = new();
    }

    /// <summary>Somebody else was writing one of the items, or the table throttled: nothing was written, and the same transaction may be tried again.</summary>
    internal sealed record Busy : LedgerTransactionResult
    {
        internal static Busy Instance { get; } = new();
    }

    /// <summary>Nothing was written, since items were not as assumed. This is how they are; null stands for an item that isn't there.</summary>
    internal sealed record Stale(
        IReadOnlyDictionary<OutcomeKey, Outcome?> Outcomes,
        IReadOnlyDictionary<EmailAddress, SuppressionEntry?> Suppressions) : LedgerTransactionResult;
}
