namespace Feedback.Deciding.Lag;

/// <summary>Why the figures of an entity that looks critical can't be relied on yet.</summary>
internal enum HoldReason
{
    /// <summary>Deliveries that would bring the rate down may not be counted yet.</summary>
    DeliveriesMissing,

    /// <summary>SES publishes no deliveries of the set to us, so no rate of it means anything.</summary>
    DeliveriesNotPublished,

    /// <summary>At a small volume: the events come from too few recipients, or from one recipient domain of several.</summary>
    FewRecipients,
}
