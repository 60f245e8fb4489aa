using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StandIns.Protocol;

/// <summary>The SDK's defaults modes, with the values every generated client carries.</summary>
internal static class DefaultConfigurations
{
    public static DefaultConfigurationProvider Provider() => new(
    [
        Configuration(DefaultConfigurationMode.Standard, connectMs: 3100),
        Configuration(DefaultConfigurationMode.InRegion, connectMs: 1100),
        Configuration(DefaultConfigurationMode.CrossRegion, connectMs: 3100),
        Configuration(DefaultConfigurationMode.Mobile, connectMs: 30_000),
        Configuration(DefaultConfigurationMode.Auto, connectMs: 1100),
    ]);

    private static DefaultConfiguration Configuration(DefaultConfigurationMode mode, int connectMs) => new()
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(connectMs),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMs),
    };
}
