namespace Feedback.Reputation;

/// <summary>Where a complaint suppresses the recipient.</summary>
internal enum ComplaintScope
{
    /// <summary>For all mail: a recipient who complains about one stream is likely to complain about the next.</summary>
    Everywhere,

    /// <summary>For the configuration set of the mail; everywhere if that isn't known. For platforms whose sets are tenants.</summary>
    ConfigurationSet,
}
