using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns.Protocol;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    private static readonly string AgentString = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    public AmazonSimpleNotificationServiceConfig()
        : base(DefaultConfigurations.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sns";
        EndpointProvider = new RegionalEndpoints("sns");
    }

    /// <summary>Names the service in <c>AWS_ENDPOINT_URL_SNS</c>.</summary>
    public static new string ServiceId => "SNS";

    public override string RegionEndpointServiceName => "sns";

    public override string ServiceVersion => "2010-03-31";

    public override string UserAgent => AgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointHandler.Resolve(this, parameters);
}
