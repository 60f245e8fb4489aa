namespace Feedback.Notifications.Wire;

/// <summary>The recipients of one event: each once, in the order in which SES lists them, without mailbox-simulator addresses.</summary>
internal sealed class RecipientSet
{
    private readonly OrderedDictionary<EmailAddress, RecipientEvidence> _recipients = [];
    private bool _isListEmpty = true;

    internal void Add(EmailAddress recipient, Evidence evidence, string subtype, string? diagnostic = null)
    {
        _isListEmpty = false;
        if (recipient.IsMailboxSimulator)
        {
            return;
        }

        var merged = _recipients.TryGetValue(recipient, out var known) ? known.Evidence | evidence : evidence;
        _recipients[recipient] = new RecipientEvidence(recipient, merged, subtype, diagnostic);
    }

    /// <summary>Returns an empty array if all are mailbox-simulator addresses. An event without any recipient is refused.</summary>
    internal RecipientEvidence[] ToArray(JsonField list) => _isListEmpty ? throw list.Wrong("is empty") : [.. _recipients.Values];
}
