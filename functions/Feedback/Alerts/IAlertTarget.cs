using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>
/// A place where on-call reads alerts, such as a mail topic, a chat or a pager. The dispatcher publishes each alert to every registered
/// target.
/// </summary>
internal interface IAlertTarget
{
    /// <summary>The name in log lines, and in the state of an alert that not every target has taken yet.</summary>
    string Name { get; }

    /// <summary>Returns whether the alert is for this target: it exists in this deployment, and shows alerts of this kind.</summary>
    bool Wants(Alert alert);

    /// <summary>Publishes one alert. The same alert may come twice after a crash.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="policy">The policy of the alert's entity, which may name an address of its own for this target.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task PublishAsync(Alert alert, Policy policy, CancellationToken cancellationToken);
}
