namespace Feedback.Notifications.Wire;

/// <summary>The <c>complaint</c> object.</summary>
internal static class Complaint
{
    internal static EventDetails Read(JsonField complaint)
    {
        JsonField subtype = new("complaint", "complaintSubType"u8), type = new("complaint", "complaintFeedbackType"u8);
        JsonField recipients = new("complaint", "complainedRecipients"u8);
        JsonField timestamp = new("complaint", "timestamp"u8), feedbackId = new("complaint", "feedbackId"u8);
        for (var fields = complaint.Object(); fields.Next();)
        {
            _ = fields.Take(ref subtype) || fields.Take(ref type) || fields.Take(ref recipients)
                || fields.Take(ref timestamp) || fields.Take(ref feedbackId);
        }

        if (type.Is("not-spam"))
        {
            return EventDetails.Nothing(FeedbackKind.Complaint, "complaint not-spam");
        }

        var list = SuppressionList(subtype);
        if (list != Evidence.None && !HasAny(recipients))
        {
            return EventDetails.Nothing(FeedbackKind.Complaint, "complaint of a suppression list without recipients");
        }

        var found = list == Evidence.None
            ? Charged(Recipients(recipients, Evidence.ListedInComplaint, type.IsPresent ? $"Complaint/{type.Label()}" : "Complaint"))
            : Recipients(recipients, list, $"Complaint/{subtype.Label()}");
        return EventDetails.Of(FeedbackKind.Complaint, timestamp.Timestamp(), feedbackId.Text(), found);
    }

    private static Evidence SuppressionList(JsonField subtype)
    {
        if (subtype.Is("OnAccountSuppressionList"))
        {
            return Evidence.OnAccountList;
        }

        return subtype.Is("OnTenantSuppressionList") ? Evidence.OnTenantList : Evidence.None;
    }

    private static bool HasAny(JsonField recipients) => recipients.IsPresent && recipients.Array().Next();

    private static RecipientEvidence[] Recipients(JsonField recipients, Evidence evidence, string subtype)
    {
        var set = new RecipientSet();
        for (var list = recipients.Array(); list.Next();)
        {
            JsonField address = new("complaint.complainedRecipients", "emailAddress"u8);
            for (var fields = list.Current.Object(); fields.Next();)
            {
                _ = fields.Take(ref address);
            }

            set.Add(address.Address(), evidence, subtype);
        }

        return set.ToArray(recipients);
    }

    /// <summary>
    /// Counts one complaint for one feedback id, although any of the listed recipients may have made it. The recipient with the smallest
    /// hash carries it, so that a repeat in another order or format selects the same one. A complaint proves that the mail was delivered.
    /// </summary>
    private static RecipientEvidence[] Charged(RecipientEvidence[] listed)
    {
        if (listed.Length > 0)
        {
            var hashes = Array.ConvertAll(listed, one => one.Recipient.Hash);
            var carrier = Array.IndexOf(hashes, hashes.Min(StringComparer.Ordinal));
            listed[carrier] = listed[carrier] with { Evidence = Evidence.Complained | Evidence.Delivered };
        }

        return listed;
    }
}
