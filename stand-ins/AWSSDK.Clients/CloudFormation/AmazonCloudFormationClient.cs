using Amazon.CloudFormation.Internal;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns.Protocol;

namespace Amazon.CloudFormation;

public class AmazonCloudFormationClient : AmazonServiceClient, IAmazonCloudFormation
{
    public AmazonCloudFormationClient()
        : this(new AmazonCloudFormationConfig())
    {
    }

    public AmazonCloudFormationClient(RegionEndpoint region)
        : this(new AmazonCloudFormationConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudFormationClient(AmazonCloudFormationConfig config)
        : base(config)
    {
    }

    public AmazonCloudFormationClient(AWSCredentials credentials, AmazonCloudFormationConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata(AmazonCloudFormationConfig.ServiceId);

    public virtual Task<DescribeStackResourceResponse> DescribeStackResourceAsync(
        DescribeStackResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStackResourceResponse>(request, Operations.DescribeStackResource, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ClientPipeline.Customize(pipeline);
}
