using Feedback.Reputation;

namespace Feedback.Acting;

/// <summary>
/// SES, as far as sending goes: through a configuration set, or of the whole account (<see cref="ReputationEntity.Account"/>). Errors come as
/// <see cref="SendingApiException"/>.
/// </summary>
internal interface ISendingApi
{
    /// <summary>Whether SES sends the entity's mail; null if there is no such set.</summary>
    Task<bool?> IsEnabledAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>Enables or disables sending. SES takes about one such call a second, and so waits for its turn.</summary>
    Task SetEnabledAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken);
}
