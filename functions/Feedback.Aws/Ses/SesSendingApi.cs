using Amazon.DynamoDBv2;
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
            return await WrapAsync(() => AskAsync(entity, cancellationToken), cancellationToken);
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
            return await WrapAsync(() => PutAsync(entity, enabled, cancellationToken), cancellationToken);
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
            var account = await rateLimiter.CallAsync(
                "GetAccount", () => ses.GetAccountAsync(new GetAccountRequest(), cancellationToken), cancellationToken);
            return account.SendingEnabled ?? true;
        }

        var request = new GetConfigurationSetRequest { ConfigurationSetName = entity.Name };
        var set = await rateLimiter.CallAsync(
            "GetConfigurationSet", () => ses.GetConfigurationSetAsync(request, cancellationToken), cancellationToken);
        return set.SendingOptions?.SendingEnabled ?? true;
    }

    private async Task<bool> PutAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        if (entity == ReputationEntity.Account)
        {
            var attributes = new PutAccountSendingAttributesRequest { SendingEnabled = enabled };
            await rateLimiter.CallAsync(
                "PutAccountSendingAttributes", () => ses.PutAccountSendingAttributesAsync(attributes, cancellationToken), cancellationToken);
        }
        else
        {
            var options = new PutConfigurationSetSendingOptionsRequest { ConfigurationSetName = entity.Name, SendingEnabled = enabled };
            await rateLimiter.CallAsync(
                "PutConfigurationSetSendingOptions", () => ses.PutConfigurationSetSendingOptionsAsync(options, cancellationToken), cancellationToken);
        }

        return true;
    }

    /// <summary>Wraps every failure except our own: a cancellation or a skewed clock. The caller decides what it means for the entity.</summary>
    private static async Task<bool> WrapAsync(Func<Task<bool>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not ClockSkewException && !cancellationToken.IsCancellationRequested)
        {
            var service = exception is AmazonDynamoDBException ? "DynamoDB, for a turn to call SES" : "SES";
            throw new SendingApiException($"{service}: {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}
