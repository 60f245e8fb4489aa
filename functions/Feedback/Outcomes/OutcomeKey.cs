namespace Feedback.Outcomes;

/// <summary>
/// The identity of an outcome. The recipient is the partition key, so that one consistent query returns a recipient's whole history. The
/// soft-bounce rule uses it, and so a delivery needs no write of its own for that rule.
/// </summary>
internal readonly record struct OutcomeKey(string RecipientHash, string MessageId)
{
    /// <summary>Added to the message id, it makes the key of the delay of that message.</summary>
    internal const string Delay = "/delay";
}
