namespace Feedback.Notifications;

/// <summary>How the configuration set of a message was found out, in ascending certainty.</summary>
internal enum AttributionSource
{
    /// <summary>Nothing names a configuration set.</summary>
    None,

    /// <summary>The default configuration set of the sending identity; a sender may have chosen another.</summary>
    IdentityDefault,

    /// <summary>The <c>X-SES-CONFIGURATION-SET</c> header of the message.</summary>
    Header,

    /// <summary>The <c>ses:configuration-set</c> tag, written by SES itself.</summary>
    Tag,
}
