using Amazon.Lambda.Internal;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns.Protocol;

namespace Amazon.Lambda;

public class AmazonLambdaClient : AmazonServiceClient, IAmazonLambda
{
    public AmazonLambdaClient()
        : this(new AmazonLambdaConfig())
    {
    }

    public AmazonLambdaClient(RegionEndpoint region)
        : this(new AmazonLambdaConfig { RegionEndpoint = region })
    {
    }

    public AmazonLambdaClient(AmazonLambdaConfig config)
        : base(config)
    {
    }

    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata(AmazonLambdaConfig.ServiceId);

    public virtual Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(
        GetFunctionConfigurationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetFunctionConfigurationResponse>(request, Operations.GetFunctionConfiguration, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ClientPipeline.Customize(pipeline);
}
