using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.StandIns.Protocol;

/// <summary>A configured endpoint if there is one, else <c>https://prefix.region.suffix</c> of the region's partition.</summary>
internal sealed class RegionalEndpoints(string prefix) : IEndpointProvider
{
    public const string Region = nameof(Region);
    public const string Endpoint = nameof(Endpoint);
    public const string UseDualStack = nameof(UseDualStack);
    public const string UseFips = nameof(UseFips);

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[Endpoint] is string { Length: > 0 } url)
        {
            return new Endpoint(url, null, null);
        }

        if (parameters[Region] is not string { Length: > 0 } region || Fn.Partition(region) is not { } partition)
        {
            throw new AmazonClientException("No RegionEndpoint or ServiceURL configured");
        }

        var host = parameters[UseFips] is true ? $"{prefix}-fips" : prefix;
        var suffix = Fn.GetAttr(partition, parameters[UseDualStack] is true ? "dualStackDnsSuffix" : "dnsSuffix");
        return new Endpoint($"https://{host}.{region}.{suffix}", null, null);
    }
}
