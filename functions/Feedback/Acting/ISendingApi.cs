using Feedback.Reputation;

namespace Feedback.Acting;

/// <summary>
/// SES's switches for sending: one for each configuration set, and one for the whole account (<see cref="ReputationEntity.Account"/>).
/// Every failure is a <see cref="SendingApiException"/>.
/// </summary>
internal interface ISendingApi
{
    /// <summary>Returns whether sending is enabled; null if SES has no such set.</summary>
    Task<bool?> IsEnabledAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>
    /// Enables or disables sending. SES accepts about one such call a second, so this may wait for its turn. Returns false if SES has no such
    /// set.
    /// </summary>
    Task<bool> SetEnabledAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken);
}
