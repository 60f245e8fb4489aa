using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Internal;
using Amazon.SQS.Model;
using Amazon.StandIns.Protocol;

namespace Amazon.SQS;

public class AmazonSQSClient : AmazonServiceClient, IAmazonSQS
{
    public AmazonSQSClient()
        : this(new AmazonSQSConfig())
    {
    }

    public AmazonSQSClient(RegionEndpoint region)
        : this(new AmazonSQSConfig { RegionEndpoint = region })
    {
    }

    public AmazonSQSClient(AmazonSQSConfig config)
        : base(config)
    {
    }

    public AmazonSQSClient(AWSCredentials credentials, AmazonSQSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata(AmazonSQSConfig.ServiceId);

    public virtual Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
        ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ChangeMessageVisibilityBatchResponse>(request, Operations.ChangeMessageVisibilityBatch, cancellationToken);

    public virtual Task<GetQueueAttributesResponse> GetQueueAttributesAsync(GetQueueAttributesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetQueueAttributesResponse>(request, Operations.GetQueueAttributes, cancellationToken);

    public virtual Task<ListQueuesResponse> ListQueuesAsync(ListQueuesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListQueuesResponse>(request, Operations.ListQueues, cancellationToken);

    public virtual Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ReceiveMessageResponse>(request, Operations.ReceiveMessage, cancellationToken);

    public virtual Task<StartMessageMoveTaskResponse> StartMessageMoveTaskAsync(
        StartMessageMoveTaskRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartMessageMoveTaskResponse>(request, Operations.StartMessageMoveTask, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ClientPipeline.Customize(pipeline);
}
