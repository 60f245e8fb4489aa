using System.Collections.Concurrent;
using Amazon;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleEmailV2;
using Feedback.Acting;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Aws.Ses;

/// <summary>
/// The SES client of each account and Region: the function's own, or one with the credentials of the role that the other account has for it.
/// </summary>
internal sealed class SesClients(
    IAmazonSimpleEmailServiceV2 own, Lazy<IAmazonSecurityTokenService> sts, MemberSesClients create, Settings settings, TimeProvider time)
{
    /// <summary>Credentials are taken afresh this long before they end, so that none end during a call.</summary>
    internal static readonly TimeSpan RenewedBefore = TimeSpan.FromMinutes(5);

    /// <summary>The time for which a refusal of STS is remembered. Without it, each set of an account would ask STS again.</summary>
    internal static readonly TimeSpan RefusalKeptFor = TimeSpan.FromSeconds(30);

    /// <summary>The name that the other account's CloudTrail shows for the calls.</summary>
    private const string SessionName = "feedback";

    private readonly ConcurrentDictionary<MemberAccount, (IAmazonSimpleEmailServiceV2 Ses, DateTimeOffset Until)> _assumed = [];
    private readonly ConcurrentDictionary<MemberAccount, (SendingApiException Why, DateTimeOffset Until)> _refused = [];

    /// <summary>SES counts the calls of one operation for each account and Region, so each has turns of its own.</summary>
    internal static string Turn(string operation, MemberAccount? member) => member is { } other ? $"{operation}/{other}" : operation;

    /// <param name="member">The account and Region; null for the stack's own.</param>
    /// <param name="cancellationToken">Cancels the call of STS.</param>
    /// <exception cref="SendingApiException">The other account has no such role, or it does not trust this function.</exception>
    internal async Task<IAmazonSimpleEmailServiceV2> OfAsync(MemberAccount? member, CancellationToken cancellationToken)
    {
        if (member is not { } other)
        {
            return own;
        }

        if (_assumed.TryGetValue(other, out var assumed) && time.GetUtcNow() < assumed.Until - RenewedBefore)
        {
            return assumed.Ses;
        }

        if (_refused.TryGetValue(other, out var refused) && time.GetUtcNow() < refused.Until)
        {
            throw refused.Why;
        }

        try
        {
            var credentials = await AssumeAsync(other, cancellationToken);
            var ses = create(credentials, RegionEndpoint.GetBySystemName(other.Region));

            // The client before it is not disposed, because other calls may still use it.
            _assumed[other] = (ses, credentials.Expiration ?? time.GetUtcNow());
            return ses;
        }
        catch (AmazonSecurityTokenServiceException exception) when (!SesFailure.IsTransient(exception))
        {
            var why = Refused(other, exception);
            _refused[other] = (why, time.GetUtcNow() + RefusalKeptFor);
            throw why;
        }
    }

    private async Task<Credentials> AssumeAsync(MemberAccount member, CancellationToken cancellationToken)
    {
        if (settings.MemberRoleName.Length == 0)
        {
            throw new SendingApiException($"MemberRoleName is empty, so Feedback has no role in account {member.AccountId}.", inner: null);
        }

        var request = new AssumeRoleRequest
        {
            RoleArn = RoleArn(member),
            RoleSessionName = SessionName,
            ExternalId = settings.MemberExternalId.Length > 0 ? settings.MemberExternalId : null,
        };
        return (await sts.Value.AssumeRoleAsync(request, cancellationToken)).Credentials;
    }

    private SendingApiException Refused(MemberAccount member, AmazonSecurityTokenServiceException exception) => new(
        $"The role {RoleArn(member)} can't be assumed ({exception.ErrorCode}: {exception.Message}). Deploy docs/member-account.yaml in account "
        + $"{member.AccountId}, with the roles and the external id of this stack.",
        exception);

    private string RoleArn(MemberAccount member) => $"arn:{settings.Deployment.Partition}:iam::{member.AccountId}:role/{settings.MemberRoleName}";
}
