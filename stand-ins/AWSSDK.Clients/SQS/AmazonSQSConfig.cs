using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns.Protocol;
using Amazon.Util.Internal;

namespace Amazon.SQS;

public class AmazonSQSConfig : ClientConfig
{
    private static readonly string AgentString = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    public AmazonSQSConfig()
        : base(DefaultConfigurations.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sqs";
        EndpointProvider = new RegionalEndpoints("sqs");
    }

    /// <summary>Names the service in <c>AWS_ENDPOINT_URL_SQS</c>.</summary>
    public static new string ServiceId => "SQS";

    public override string RegionEndpointServiceName => "sqs";

    public override string ServiceVersion => "2012-11-05";

    public override string UserAgent => AgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointHandler.Resolve(this, parameters);
}
