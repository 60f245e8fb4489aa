using System.Collections.Concurrent;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Processing;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.Ses;

/// <inheritdoc cref="IIdentityDirectory"/>
internal sealed class SesIdentityDirectory(
    IAmazonSimpleEmailServiceV2 ses,
    IdentityCache cache,
    SesRateLimiter rateLimiter,
    TimeProvider time,
    ILogger<SesIdentityDirectory> logger) : IIdentityDirectory
{
    /// <summary>A default set seldom changes, and SES allows about one such call a second.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    /// <summary>The delay before this process repeats a failed look-up.</summary>
    internal static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(1);

    /// <summary>The answers this process has already, so that most batches need not read the table.</summary>
    private readonly ConcurrentDictionary<string, KnownDefault> _known = [];

    public async Task<IReadOnlyDictionary<string, string?>> KnownAsync(IReadOnlyCollection<string> identities, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var unknown = identities.Where(identity => !_known.TryGetValue(identity, out var known) || known.Until <= now).ToList();
        foreach (var (identity, known) in await cache.FindAsync(unknown, cancellationToken))
        {
            _known[identity] = known;
        }

        return identities
            .Where(identity => _known.TryGetValue(identity, out var known) && known.Until > now)
            .ToDictionary(identity => identity, identity => _known[identity].ConfigurationSet);
    }

    public async Task<string?> AskAsync(string identity, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!await rateLimiter.TryWaitAsync("GetEmailIdentity", patience, cancellationToken))
        {
            return null; // not asked, so a later batch asks
        }

        try
        {
            var known = new KnownDefault(await DefaultSetAsync(identity, cancellationToken), time.GetUtcNow() + KeptFor);
            _known[identity] = known;
            await cache.KeepAsync(identity, known, cancellationToken);
            return known.ConfigurationSet;
        }
        catch (Exception exception)
        {
            // An identity may be an address, which must not be logged. Its domain is enough to find it.
            AwsLog.IdentityNotRead(logger, exception, identity[(identity.LastIndexOf('@') + 1)..]);
            var now = time.GetUtcNow();
            var failure = new KnownDefault(ConfigurationSet: null, now + FailureKeptFor);
            return _known.AddOrUpdate(identity, failure, (_, known) => known.Until > now ? known : failure).ConfigurationSet;
        }
    }

    private async Task<string?> DefaultSetAsync(string identity, CancellationToken cancellationToken)
    {
        try
        {
            var response = await ses.GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = identity }, cancellationToken);
            return string.IsNullOrEmpty(response.ConfigurationSetName) ? null : response.ConfigurationSetName;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
