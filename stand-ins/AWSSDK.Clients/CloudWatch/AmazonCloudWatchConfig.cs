using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns.Protocol;
using Amazon.Util.Internal;

namespace Amazon.CloudWatch;

public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string AgentString = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    public AmazonCloudWatchConfig()
        : base(DefaultConfigurations.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "monitoring";
        EndpointProvider = new RegionalEndpoints("monitoring");
    }

    /// <summary>Names the service in <c>AWS_ENDPOINT_URL_CLOUDWATCH</c>.</summary>
    public static new string ServiceId => "CloudWatch";

    public override string RegionEndpointServiceName => "monitoring";

    public override string ServiceVersion => "2010-08-01";

    public override string UserAgent => AgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointHandler.Resolve(this, parameters);
}
