using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.StandIns.Protocol;

/// <summary>Gives the endpoint provider what the configuration and the environment say about region and endpoint.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    public static Endpoint Resolve(ClientConfig config, ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(false)
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, config.ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new EndpointHandler().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        var parameters = new EndpointParameters();
        parameters[RegionalEndpoints.Region] = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionName(config);
        parameters[RegionalEndpoints.Endpoint] = config.ServiceURL;
        parameters[RegionalEndpoints.UseDualStack] = config.UseDualstackEndpoint;
        parameters[RegionalEndpoints.UseFips] = config.UseFIPSEndpoint;
        return parameters;
    }

    private static string RegionName(IClientConfig config)
    {
        if (config.RegionEndpoint is { } region)
        {
            return region.SystemName;
        }

        if (!string.IsNullOrEmpty(config.AuthenticationRegion))
        {
            return config.AuthenticationRegion;
        }

        return string.IsNullOrEmpty(config.ServiceURL) ? null : AWSSDKUtils.DetermineRegion(config.ServiceURL);
    }
}
