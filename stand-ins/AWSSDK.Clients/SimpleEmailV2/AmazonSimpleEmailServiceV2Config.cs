using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns.Protocol;
using Amazon.Util.Internal;

namespace Amazon.SimpleEmailV2;

public class AmazonSimpleEmailServiceV2Config : ClientConfig
{
    private static readonly string AgentString = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    public AmazonSimpleEmailServiceV2Config()
        : base(DefaultConfigurations.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ses";
        EndpointProvider = new RegionalEndpoints("email");
    }

    /// <summary>Names the service in <c>AWS_ENDPOINT_URL_SESV2</c>.</summary>
    public static new string ServiceId => "SESv2";

    public override string RegionEndpointServiceName => "email";

    public override string ServiceVersion => "2019-09-27";

    public override string UserAgent => AgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointHandler.Resolve(this, parameters);
}
