namespace Feedback.Notifications.Wire;

/// <summary>The <c>bounce</c> object.</summary>
internal static class Bounce
{
    internal static EventDetails Read(JsonField bounce)
    {
        JsonField type = new("bounce", "bounceType"u8), subtype = new("bounce", "bounceSubType"u8);
        JsonField recipients = new("bounce", "bouncedRecipients"u8);
        JsonField timestamp = new("bounce", "timestamp"u8), feedbackId = new("bounce", "feedbackId"u8);
        for (var fields = bounce.Object(); fields.Next();)
        {
            _ = fields.Take(ref type) || fields.Take(ref subtype) || fields.Take(ref recipients)
                || fields.Take(ref timestamp) || fields.Take(ref feedbackId);
        }

        _ = type.Required();
        if (!recipients.Array().Next())
        {
            return EventDetails.Nothing(FeedbackKind.Bounce, "bounce without recipients");
        }

        var row = BounceTable.Find(type, subtype);
        return EventDetails.Of(FeedbackKind.Bounce, timestamp.OptionalTimestamp(), feedbackId.Text(), Recipients(recipients, row));
    }

    private static RecipientEvidence[] Recipients(JsonField recipients, BounceTable.Row row)
    {
        var set = new RecipientSet();
        for (var list = recipients.Array(); list.Next();)
        {
            JsonField address = new("bounce.bouncedRecipients", "emailAddress"u8);
            JsonField action = new("bounce.bouncedRecipients", "action"u8), status = new("bounce.bouncedRecipients", "status"u8);
            JsonField diagnostic = new("bounce.bouncedRecipients", "diagnosticCode"u8);
            for (var fields = list.Current.Object(); fields.Next();)
            {
                _ = fields.Take(ref address) || fields.Take(ref action) || fields.Take(ref status) || fields.Take(ref diagnostic);
            }

            set.Add(address.Address(), Evaluate(row.Evidence, action, status), row.Label, Diagnostic.Read(diagnostic));
        }

        return set.ToArray(recipients);
    }

    /// <summary>
    /// Applies what the bounce says about one recipient. The action (RFC 3464) comes first: <c>failed</c> is final, so SES's own type
    /// decides. The status counts only without a known action.
    /// </summary>
    private static Evidence Evaluate(Evidence evidence, JsonField action, JsonField status)
    {
        if ((evidence & (Evidence.HardBounced | Evidence.SoftBounced)) == Evidence.None)
        {
            return evidence; // never attempted
        }

        if (action.Is("delivered") || action.Is("relayed") || action.Is("expanded"))
        {
            return Evidence.Delivered;
        }

        var isDelayed = action.Is("delayed") || (!action.Is("failed") && IsPersistentTransient(status));
        return isDelayed && evidence.HasFlag(Evidence.HardBounced) ? Evidence.SoftBounced : evidence;
    }

    /// <summary>True for class 4 of RFC 3463 (persistent transient failure): a later attempt may succeed.</summary>
    private static bool IsPersistentTransient(JsonField status) =>
        status.IsPresent && status.String().ValueSpan.TrimStart((byte)' ') is [(byte)'4'] or [(byte)'4', (byte)'.', ..];
}
