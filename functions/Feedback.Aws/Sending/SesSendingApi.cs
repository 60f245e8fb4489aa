using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Aws.Sending;

/// <inheritdoc cref="ISendingApi"/>
internal sealed class SesSendingApi(IAmazonSimpleEmailServiceV2 ses, SesPace pace) : ISendingApi
{
    public async Task<bool?> IsEnabledAsync(Subject subject, CancellationToken cancellation)
    {
        try
        {
            return await CallAsync(() => AskAsync(subject, cancellation), cancellation);
        }
        catch (SendingApiException exception) when (exception.InnerException is NotFoundException)
        {
            return null;
        }
    }

    public Task SetEnabledAsync(Subject subject, bool enabled, CancellationToken cancellation) =>
        CallAsync(() => PutAsync(subject, enabled, cancellation), cancellation);

    private async Task<bool> AskAsync(Subject subject, CancellationToken cancellation)
    {
        if (subject == Subject.Account)
        {
            await pace.WaitAsync("GetAccount", cancellation);
            return (await ses.GetAccountAsync(new GetAccountRequest(), cancellation)).SendingEnabled ?? true;
        }

        await pace.WaitAsync("GetConfigurationSet", cancellation);
        var request = new GetConfigurationSetRequest { ConfigurationSetName = subject.Name };
        return (await ses.GetConfigurationSetAsync(request, cancellation)).SendingOptions?.SendingEnabled ?? true;
    }

    private async Task<bool> PutAsync(Subject subject, bool enabled, CancellationToken cancellation)
    {
        if (subject == Subject.Account)
        {
            await pace.WaitAsync("PutAccountSendingAttributes", cancellation);
            await ses.PutAccountSendingAttributesAsync(new PutAccountSendingAttributesRequest { SendingEnabled = enabled }, cancellation);
        }
        else
        {
            await pace.WaitAsync("PutConfigurationSetSendingOptions", cancellation);
            await ses.PutConfigurationSetSendingOptionsAsync(
                new PutConfigurationSetSendingOptionsRequest { ConfigurationSetName = subject.Name, SendingEnabled = enabled },
                cancellation);
        }

        return enabled;
    }

    /// <summary>Whatever goes wrong short of our own cancellation is SES's answer; the caller decides what it means for the subject.</summary>
    private static async Task<bool> CallAsync(Func<Task<bool>> call, CancellationToken cancellation)
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
