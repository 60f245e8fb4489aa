using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;

namespace Feedback.Recording;

/// <summary>The result of a ledger transaction.</summary>
internal abstract record LedgerTransactionResult
{
    internal sealed record Written : LedgerTransactionResult
    {
        internal static Written Instance { get; } = new();
    }

    /// <summary>Another process was writing one of the items, or the table throttled. Nothing was written; the same transaction can be tried again.</summary>
    internal sealed record Busy : LedgerTransactionResult
    {
        internal static Busy Instance { get; } = new();
    }

    /// <summary>Nothing was written, because stored items have other versions than assumed. Holds the stored items; null for one that doesn't exist.</summary>
    internal sealed record Stale(
        IReadOnlyDictionary<OutcomeKey, Outcome?> Outcomes,
        IReadOnlyDictionary<EmailAddress, SuppressionEntry?> Suppressions) : LedgerTransactionResult;
}
