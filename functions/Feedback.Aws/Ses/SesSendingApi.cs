using Amazon.DynamoDBv2;
using Amazon.SecurityToken;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Acting;
using Feedback.Reputation;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="ISendingApi"/>
internal sealed class SesSendingApi(SesClients clients, SesRateLimiter rateLimiter) : ISendingApi
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
        var ses = await ClientAsync(entity, cancellationToken);
        if (entity == ReputationEntity.Account)
        {
            var account = await rateLimiter.CallAsync(
                "GetAccount", () => ses.GetAccountAsync(new GetAccountRequest(), cancellationToken), cancellationToken);
            return account.SendingEnabled ?? true;
        }

        var request = new GetConfigurationSetRequest { ConfigurationSetName = entity.ShortName };
        var set = await rateLimiter.CallAsync(
            SesClients.Turn("GetConfigurationSet", entity.Member), () => ses.GetConfigurationSetAsync(request, cancellationToken), cancellationToken);
        return set.SendingOptions?.SendingEnabled ?? true;
    }

    private async Task<bool> PutAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        var ses = await ClientAsync(entity, cancellationToken);
        if (entity == ReputationEntity.Account)
        {
            var attributes = new PutAccountSendingAttributesRequest { SendingEnabled = enabled };
            await rateLimiter.CallAsync(
                "PutAccountSendingAttributes", () => ses.PutAccountSendingAttributesAsync(attributes, cancellationToken), cancellationToken);
        }
        else
        {
            var options = new PutConfigurationSetSendingOptionsRequest { ConfigurationSetName = entity.ShortName, SendingEnabled = enabled };
            await rateLimiter.CallAsync(
                SesClients.Turn("PutConfigurationSetSendingOptions", entity.Member),
                () => ses.PutConfigurationSetSendingOptionsAsync(options, cancellationToken),
                cancellationToken);
        }

        return true;
    }

    private Task<IAmazonSimpleEmailServiceV2> ClientAsync(ReputationEntity entity, CancellationToken cancellationToken) =>
        entity is { ConfigurationSetName: null, Member: { } member }
            ? throw new SendingApiException($"Feedback switches sets of account {member.AccountId}, but not all of its sending.", inner: null)
            : clients.OfAsync(entity.Member, cancellationToken);

    /// <summary>Wraps every failure except our own: a cancellation or a skewed clock. The caller decides what it means for the entity.</summary>
    private static async Task<bool> WrapAsync(Func<Task<bool>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not (ClockSkewException or SendingApiException) && !cancellationToken.IsCancellationRequested)
        {
            var service = exception switch
            {
                AmazonDynamoDBException => "DynamoDB, for a turn to call SES",
                AmazonSecurityTokenServiceException => "STS, for a role of another account",
                _ => "SES",
            };
            throw new SendingApiException($"{service}: {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}
