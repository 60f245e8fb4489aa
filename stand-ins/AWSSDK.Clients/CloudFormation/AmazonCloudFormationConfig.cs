using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns.Protocol;
using Amazon.Util.Internal;

namespace Amazon.CloudFormation;

public class AmazonCloudFormationConfig : ClientConfig
{
    private static readonly string AgentString = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    public AmazonCloudFormationConfig()
        : base(DefaultConfigurations.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cloudformation";
        EndpointProvider = new RegionalEndpoints("cloudformation");
    }

    /// <summary>Names the service in <c>AWS_ENDPOINT_URL_CLOUDFORMATION</c>.</summary>
    public static new string ServiceId => "CloudFormation";

    public override string RegionEndpointServiceName => "cloudformation";

    public override string ServiceVersion => "2010-05-15";

    public override string UserAgent => AgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointHandler.Resolve(this, parameters);
}
