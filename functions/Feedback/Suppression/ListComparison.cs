namespace Feedback.Suppression;

/// <summary>Compares our entry of an address with SES's suppression list of the account.</summary>
internal static class ListComparison
{
    /// <summary>Compares an address that SES's list has.</summary>
    /// <param name="entry">Our entry; null if there is none.</param>
    /// <param name="listed">The address on SES's list.</param>
    /// <param name="now">The time at which ours has to hold.</param>
    internal static ListDifference OfListed(SuppressionEntry? entry, SesListedAddress listed, DateTimeOffset now)
    {
        if (entry?.Allowance?.IsInForce(now) is true)
        {
            return ListDifference.AllowedHere;
        }

        if (entry is null || InForce(entry, now).Where(HoldsEverywhere).Select(cause => cause.Key.Reason).ToList() is not { Count: > 0 } reasons)
        {
            return entry?.ClearedEverywhere >= listed.UpdatedAt ? ListDifference.RemovedHere : ListDifference.OnlyInSes;
        }

        return reasons.Exists(reason => Accepts(reason, listed.Reason)) ? ListDifference.None : ListDifference.OtherReason;
    }

    /// <summary>Says whether an address that SES's list doesn't have belongs there, and if it doesn't, why.</summary>
    internal static (ListDifference Difference, NotForSes Why) OfUnlisted(SuppressionEntry entry, DateTimeOffset now)
    {
        var inForce = InForce(entry, now).ToList();
        if (entry.Allowance?.IsInForce(now) is true)
        {
            return (ListDifference.None, inForce.Count > 0 ? NotForSes.Allowed : NotForSes.None);
        }

        var everywhere = inForce.Where(HoldsEverywhere).ToList();
        var forGood = everywhere.Where(cause => cause.Value.Until is null).ToList();
        if (forGood.Exists(cause => !IsEcho(cause.Key.Reason)))
        {
            return (ListDifference.OnlyHere, NotForSes.None);
        }

        return (ListDifference.None, (forGood.Count, everywhere.Count, inForce.Count) switch
        {
            ( > 0, _, _) => NotForSes.Echo,
            (_, > 0, _) => NotForSes.Ends,
            (_, _, > 0) => NotForSes.OneSet,
            _ => NotForSes.None,
        });
    }

    /// <summary>Returns the reason with which the address belongs on SES's list; null if it doesn't.</summary>
    /// <param name="entry">Our entry; null if there is none.</param>
    /// <param name="now">The time at which it has to hold.</param>
    internal static SesListReason? Wanted(SuppressionEntry? entry, DateTimeOffset now) =>
        entry is not null && OfUnlisted(entry, now).Difference == ListDifference.OnlyHere ? ReasonOf(entry, now) : null;

    /// <summary>Returns the reason with which the address goes to SES's list: what the recipient wanted is a complaint there, all else a bounce.</summary>
    internal static SesListReason ReasonOf(SuppressionEntry entry, DateTimeOffset now) =>
        InForce(entry, now).Where(HoldsEverywhere).Any(cause => cause.Key.Reason is SuppressionReason.Complaint or SuppressionReason.Unsubscribed)
            ? SesListReason.Complaint
            : SesListReason.Bounce;

    private static IEnumerable<KeyValuePair<SuppressionKey, SuppressionCause>> InForce(SuppressionEntry entry, DateTimeOffset now) =>
        entry.Causes.Where(cause => cause.Value.IsInForce(now));

    private static bool HoldsEverywhere(KeyValuePair<SuppressionKey, SuppressionCause> cause) => cause.Key.Scope == SuppressionScope.Everywhere;

    private static bool IsEcho(SuppressionReason reason) =>
        reason is SuppressionReason.AccountSuppressionList or SuppressionReason.TenantSuppressionList;

    /// <summary>Reasons that SES doesn't know, such as an operator's, go with either of its own.</summary>
    private static bool Accepts(SuppressionReason ours, SesListReason theirs) => ours switch
    {
        SuppressionReason.Complaint => theirs == SesListReason.Complaint,
        SuppressionReason.HardBounce or SuppressionReason.SesGlobalList or SuppressionReason.SoftBounceLimit or SuppressionReason.EmailValidation =>
            theirs == SesListReason.Bounce,
        _ => true,
    };
}
