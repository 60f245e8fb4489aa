namespace Feedback.Announcing;

/// <summary>The event bus that tells other systems of suppressed and released addresses.</summary>
internal interface INoticeBus
{
    /// <summary>The most notices that it takes at once.</summary>
    int Limit { get; }

    /// <summary>Publishes the notices, and returns those that the bus did not take.</summary>
    /// <param name="notices">At most <see cref="Limit"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<SuppressionNotice>> PublishAsync(IReadOnlyList<SuppressionNotice> notices, CancellationToken cancellationToken);
}
