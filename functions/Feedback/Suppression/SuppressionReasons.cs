using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>Maps evidence to suppression reasons, and reasons to their ends.</summary>
internal static class SuppressionReasons
{
    /// <summary>How long SES keeps an address on its global list, and how long a soft-bounce suppression lasts.</summary>
    internal static readonly TimeSpan TemporaryFor = TimeSpan.FromDays(14);

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

    internal static DateTimeOffset? Ends(SuppressionReason reason, SuppressionCause cause) => reason switch
    {
        SuppressionReason.SesGlobalList or SuppressionReason.SoftBounceLimit => cause.OccurredAt + TemporaryFor,
        _ => null,
    };

    private static readonly (Evidence Bit, SuppressionReason Reason)[] Lists =
    [
        (Evidence.OnAccountList, SuppressionReason.AccountSuppressionList),
        (Evidence.OnTenantList, SuppressionReason.TenantSuppressionList),
        (Evidence.FailedValidation, SuppressionReason.EmailValidation),
        (Evidence.Unsubscribed, SuppressionReason.Unsubscribed),
    ];
}
