using System.Collections.Concurrent;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Processing;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="IIdentityDirectory"/>
internal sealed class SesIdentityDirectory(
    IAmazonSimpleEmailServiceV2 ses,
    TimeProvider time,
    ILogger<SesIdentityDirectory> logger) : IIdentityDirectory
{
    /// <summary>A default set seldom changes, and SES allows about one such call a second.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    /// <summary>The delay before a failed look-up is repeated.</summary>
    internal static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string? Set, DateTimeOffset Until)> _known = [];

    public async Task<string?> DefaultConfigurationSetAsync(string identity, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(identity, out var known) && now < known.Until)
        {
            return known.Set;
        }

        var (set, keptFor) = await AskAsync(identity, cancellationToken);
        _known[identity] = (set, now + keptFor);
        return set;
    }

    private async Task<(string? Set, TimeSpan KeptFor)> AskAsync(string identity, CancellationToken cancellationToken)
    {
        try
        {
            var response = await ses.GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = identity }, cancellationToken);
            return (string.IsNullOrEmpty(response.ConfigurationSetName) ? null : response.ConfigurationSetName, KeptFor);
        }
        catch (NotFoundException)
        {
            return (null, KeptFor);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // An identity may be an address, which must not be logged. Its domain is enough to find it.
            AwsLog.IdentityNotRead(logger, exception, identity[(identity.LastIndexOf('@') + 1)..]);
            return (null, FailureKeptFor);
        }
    }
}
