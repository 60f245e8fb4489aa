using Feedback.Outcomes;

namespace Feedback.Sending;

/// <summary>
/// SES, as far as sending goes: through a configuration set, or of the whole account (<see cref="Subject.Account"/>). Errors come as
/// <see cref="SendingApiException"/>.
/// </summary>
internal interface ISendingApi
{
    /// <summary>Whether SES sends the subject's mail; null if there is no such set.</summary>
    Task<bool?> IsEnabledAsync(Subject subject, CancellationToken cancellation);

    /// <summary>Enables or disables sending. SES takes about one such call a second, and so waits for its turn.</summary>
    Task SetEnabledAsync(Subject subject, bool enabled, CancellationToken cancellation);
}
