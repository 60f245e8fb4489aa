using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Acting;
using Feedback.Reputation;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="ISendingApi"/>
internal sealed class SesSendingApi(IAmazonSimpleEmailServiceV2 ses, SesRateLimiter rateLimiter) : ISendingApi
{
    public async Task<bool?> IsEnabledAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(() => AskAsync(entity, cancellationToken), cancellationToken);
        }
        catch (SendingApiException exception) when (exception.InnerException is NotFoundException)
        {
            return null;
        }
    }

    public async Task<bool> SetEnabledAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(() => PutAsync(entity, enabled, cancellationToken), cancellationToken);
        }
        catch (SendingApiException exception) when (exception.InnerException is NotFoundException)
        {
            return false;
        }
    }

    private async Task<bool> AskAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        if (entity == ReputationEntity.Account)
        {
            await rateLimiter.WaitAsync("GetAccount", cancellationToken);
            return (await ses.GetAccountAsync(new GetAccountRequest(), cancellationToken)).SendingEnabled ?? true;
        }

        await rateLimiter.WaitAsync("GetConfigurationSet", cancellationToken);
        var request = new GetConfigurationSetRequest { ConfigurationSetName = entity.Name };
        return (await ses.GetConfigurationSetAsync(request, cancellationToken)).SendingOptions?.SendingEnabled ?? true;
    }

    private async Task<bool> PutAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        if (entity == ReputationEntity.Account)
        {
            await rateLimiter.WaitAsync("PutAccountSendingAttributes", cancellationToken);
            await ses.PutAccountSendingAttributesAsync(new PutAccountSendingAttributesRequest { SendingEnabled = enabled }, cancellationToken);
        }
        else
        {
            await rateLimiter.WaitAsync("PutConfigurationSetSendingOptions", cancellationToken);
            await ses.PutConfigurationSetSendingOptionsAsync(
                new PutConfigurationSetSendingOptionsRequest { ConfigurationSetName = entity.Name, SendingEnabled = enabled },
                cancellationToken);
        }

        return true;
    }

    /// <summary>Wraps every failure except our own: a cancellation or a skewed clock. The caller decides what it means for the entity.</summary>
    private static async Task<bool> CallAsync(Func<Task<bool>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not ClockSkewException && !cancellationToken.IsCancellationRequested)
        {
            throw new SendingApiException($"SES: {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}
