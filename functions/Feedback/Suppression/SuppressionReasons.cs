using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>Maps evidence to suppression reasons, and says what sort of reason each is.</summary>
internal static class SuppressionReasons
{
    internal static IEnumerable<SuppressionReason> Of(Evidence evidence)
    {
        if (evidence.HasFlag(Evidence.HardBounced))
        {
            yield return evidence.HasFlag(Evidence.OnSesGlobalList) ? SuppressionReason.SesGlobalList : SuppressionReason.HardBounce;
        }

        if ((evidence & (Evidence.Complained | Evidence.ListedInComplaint)) != Evidence.None)
        {
            yield return SuppressionReason.Complaint;
        }

        foreach (var (bit, reason) in Lists)
        {
            if (evidence.HasFlag(bit))
            {
                yield return reason;
            }
        }
    }

    /// <summary>True if it may hold for one configuration set only. The others are about the mailbox, and hold everywhere.</summary>
    internal static bool CanBeScoped(SuppressionReason reason) => reason
        is SuppressionReason.Complaint or SuppressionReason.Unsubscribed or SuppressionReason.Manual or SuppressionReason.Imported;

    /// <summary>True for an operator's reasons, false for those that events give.</summary>
    internal static bool IsOfOperator(SuppressionReason reason) => reason is SuppressionReason.Manual or SuppressionReason.Imported;

    private static readonly (Evidence Bit, SuppressionReason Reason)[] Lists =
    [
        (Evidence.OnAccountList, SuppressionReason.AccountSuppressionList),
        (Evidence.OnTenantList, SuppressionReason.TenantSuppressionList),
        (Evidence.FailedValidation, SuppressionReason.EmailValidation),
        (Evidence.Unsubscribed, SuppressionReason.Unsubscribed),
    ];
}
