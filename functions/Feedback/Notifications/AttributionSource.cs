namespace Feedback.Notifications;

/// <summary>The source that named the configuration set of a message, in ascending order of certainty.</summary>
internal enum AttributionSource
{
    /// <summary>Nothing names a configuration set.</summary>
    None,

    /// <summary>The default configuration set of the sending identity. The sender may have chosen another set.</summary>
    IdentityDefault,

    /// <summary>The <c>X-SES-CONFIGURATION-SET</c> header of the message.</summary>
    Header,

    /// <summary>The <c>ses:configuration-set</c> tag, written by SES itself.</summary>
    Tag,
}
