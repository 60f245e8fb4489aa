namespace Feedback.Notifications.Wire;

/// <summary>The recipients of one event: each once, in the order SES lists them, mailbox-simulator addresses left out.</summary>
internal sealed class RecipientSet
{
    private readonly OrderedDictionary<EmailAddress, RecipientEvidence> _recipients = [];
    private bool _isListEmpty = true;

    internal void Add(EmailAddress recipient, Evidence evidence, string subtype)
    {
        _isListEmpty = false;
        if (recipient.IsMailboxSimulator)
        {
            return;
        }

        var merged = _recipients.TryGetValue(recipient, out var known) ? known.Evidence | evidence : evidence;
        _recipients[recipient] = new RecipientEvidence(recipient, merged, subtype);
    }

    /// <summary>Empty if all were mailbox-simulator addresses; an event that lists nobody at all is refused.</summary>
    internal RecipientEvidence[] ToArray(JsonField list) => _isListEmpty ? throw list.Wrong("is empty") : [.. _recipients.Values];
}
