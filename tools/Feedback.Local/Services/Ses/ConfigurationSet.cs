namespace Feedback.Local.Services.Ses;

/// <param name="LastFreshStart">The time at which sending was last re-enabled, when SES restarts its reputation metrics.</param>
internal sealed record ConfigurationSet(string Name, bool SendingEnabled, DateTimeOffset? LastFreshStart)
{
    /// <summary>Whether SES publishes the set's own rates to CloudWatch.</summary>
    public bool ReputationMetrics { get; init; } = true;

    /// <summary>The set's event destinations; null for those that every set has by default.</summary>
    public IReadOnlyList<EventDestination>? EventDestinations { get; init; }
}
