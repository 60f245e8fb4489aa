namespace Feedback.Sending;

/// <summary>SES, as far as sending through a configuration set goes. Errors come as <see cref="SendingApiException"/>.</summary>
internal interface ISendingApi
{
    /// <summary>Whether SES sends mail through the set; null if there is no such set.</summary>
    Task<bool?> IsEnabledAsync(string configurationSet, CancellationToken cancellation);

    /// <summary>Enables or disables sending. SES takes about one such call a second.</summary>
    Task SetEnabledAsync(string configurationSet, bool enabled, CancellationToken cancellation);
}
