using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Sending;

namespace Feedback.Aws.Sending;

/// <inheritdoc cref="ISendingApi"/>
internal sealed class SesSendingApi(IAmazonSimpleEmailServiceV2 ses, Pacer pacer) : ISendingApi
{
    public async Task<bool?> IsEnabledAsync(string configurationSet, CancellationToken cancellation)
    {
        try
        {
            return await CallAsync(
                async () =>
                {
                    var request = new GetConfigurationSetRequest { ConfigurationSetName = configurationSet };
                    var response = await ses.GetConfigurationSetAsync(request, cancellation);
                    return response.SendingOptions?.SendingEnabled ?? true;
                },
                cancellation);
        }
        catch (SendingApiException exception) when (exception.InnerException is NotFoundException)
        {
            return null;
        }
    }

    public async Task SetEnabledAsync(string configurationSet, bool enabled, CancellationToken cancellation)
    {
        await pacer.WaitAsync(cancellation);
        await CallAsync(
            () => ses.PutConfigurationSetSendingOptionsAsync(
                new PutConfigurationSetSendingOptionsRequest { ConfigurationSetName = configurationSet, SendingEnabled = enabled },
                cancellation),
            cancellation);
    }

    /// <summary>Whatever goes wrong short of our own cancellation is SES's answer; the caller decides what it means for the set.</summary>
    private static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            throw new SendingApiException($"SES: {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}
