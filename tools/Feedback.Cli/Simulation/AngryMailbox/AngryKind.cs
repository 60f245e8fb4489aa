namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>What happens to a set. The healthy ones look critical by their rates; the bad ones are.</summary>
internal enum AngryKind
{
    /// <summary>One mailbox complains about each mail that it gets.</summary>
    OneMailboxComplains,

    /// <summary>One mailbox complains under an address of its own for each mail: <c>kim+1@…</c>, <c>kim+2@…</c>.</summary>
    OneMailboxComplainsUnderManyAddresses,

    /// <summary>The mailboxes of one company complain, and no other.</summary>
    OneDomainComplains,

    /// <summary>The set mails one domain only, and one mailbox of it complains.</summary>
    OneMailboxOfTheOnlyDomainComplains,

    /// <summary>A mailbox that does not exist is mailed every three minutes.</summary>
    OneMailboxBounces,

    /// <summary>The server of one company refuses all mail, and no other mail bounces.</summary>
    OneDomainBounces,

    /// <summary>Bad: many mailboxes of several domains complain.</summary>
    ManyComplain,

    /// <summary>Bad: many mailboxes of several domains bounce.</summary>
    ManyBounce,

    /// <summary>Bad: the set mails one domain only, and many of its mailboxes complain.</summary>
    ManyOfTheOnlyDomainComplain,

    /// <summary>Bad: the set mails one domain only, and many of its mailboxes bounce.</summary>
    ManyOfTheOnlyDomainBounce,
}
