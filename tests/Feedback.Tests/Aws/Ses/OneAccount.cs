using Amazon.SecurityToken;
using Amazon.SimpleEmailV2;
using Feedback.Aws.Ses;

namespace Feedback.Tests.Aws.Ses;

/// <summary>SES of the stack's own account and Region, with no way to another.</summary>
internal static class OneAccount
{
    internal static SesClients Of(IAmazonSimpleEmailServiceV2 ses) => new(
        ses,
        new Lazy<IAmazonSecurityTokenService>(() => throw new InvalidOperationException("STS is not called for the stack's own account.")),
        (_, _) => throw new InvalidOperationException("There is no other account."),
        TestSettings.Default,
        TimeProvider.System);
}
