using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleEmailV2.Internal;
using Amazon.SimpleEmailV2.Model;
using Amazon.StandIns.Protocol;

namespace Amazon.SimpleEmailV2;

public class AmazonSimpleEmailServiceV2Client : AmazonServiceClient, IAmazonSimpleEmailServiceV2
{
    public AmazonSimpleEmailServiceV2Client()
        : this(new AmazonSimpleEmailServiceV2Config())
    {
    }

    public AmazonSimpleEmailServiceV2Client(RegionEndpoint region)
        : this(new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region })
    {
    }

    public AmazonSimpleEmailServiceV2Client(AmazonSimpleEmailServiceV2Config config)
        : base(config)
    {
    }

    public AmazonSimpleEmailServiceV2Client(AWSCredentials credentials, AmazonSimpleEmailServiceV2Config clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata(AmazonSimpleEmailServiceV2Config.ServiceId);

    public virtual Task<CreateConfigurationSetEventDestinationResponse> CreateConfigurationSetEventDestinationAsync(
        CreateConfigurationSetEventDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateConfigurationSetEventDestinationResponse>(request, Operations.CreateConfigurationSetEventDestination, cancellationToken);

    public virtual Task<DeleteConfigurationSetEventDestinationResponse> DeleteConfigurationSetEventDestinationAsync(
        DeleteConfigurationSetEventDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteConfigurationSetEventDestinationResponse>(request, Operations.DeleteConfigurationSetEventDestination, cancellationToken);

    public virtual Task<DeleteSuppressedDestinationResponse> DeleteSuppressedDestinationAsync(
        DeleteSuppressedDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteSuppressedDestinationResponse>(request, Operations.DeleteSuppressedDestination, cancellationToken);

    public virtual Task<GetAccountResponse> GetAccountAsync(GetAccountRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAccountResponse>(request, Operations.GetAccount, cancellationToken);

    public virtual Task<GetConfigurationSetResponse> GetConfigurationSetAsync(
        GetConfigurationSetRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetConfigurationSetResponse>(request, Operations.GetConfigurationSet, cancellationToken);

    public virtual Task<GetConfigurationSetEventDestinationsResponse> GetConfigurationSetEventDestinationsAsync(
        GetConfigurationSetEventDestinationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetConfigurationSetEventDestinationsResponse>(request, Operations.GetConfigurationSetEventDestinations, cancellationToken);

    public virtual Task<GetEmailIdentityResponse> GetEmailIdentityAsync(GetEmailIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetEmailIdentityResponse>(request, Operations.GetEmailIdentity, cancellationToken);

    public virtual Task<GetSuppressedDestinationResponse> GetSuppressedDestinationAsync(
        GetSuppressedDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSuppressedDestinationResponse>(request, Operations.GetSuppressedDestination, cancellationToken);

    public virtual Task<ListConfigurationSetsResponse> ListConfigurationSetsAsync(
        ListConfigurationSetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListConfigurationSetsResponse>(request, Operations.ListConfigurationSets, cancellationToken);

    public virtual Task<ListSuppressedDestinationsResponse> ListSuppressedDestinationsAsync(
        ListSuppressedDestinationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListSuppressedDestinationsResponse>(request, Operations.ListSuppressedDestinations, cancellationToken);

    public virtual Task<PutAccountSendingAttributesResponse> PutAccountSendingAttributesAsync(
        PutAccountSendingAttributesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutAccountSendingAttributesResponse>(request, Operations.PutAccountSendingAttributes, cancellationToken);

    public virtual Task<PutConfigurationSetReputationOptionsResponse> PutConfigurationSetReputationOptionsAsync(
        PutConfigurationSetReputationOptionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutConfigurationSetReputationOptionsResponse>(request, Operations.PutConfigurationSetReputationOptions, cancellationToken);

    public virtual Task<PutConfigurationSetSendingOptionsResponse> PutConfigurationSetSendingOptionsAsync(
        PutConfigurationSetSendingOptionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutConfigurationSetSendingOptionsResponse>(request, Operations.PutConfigurationSetSendingOptions, cancellationToken);

    public virtual Task<PutSuppressedDestinationResponse> PutSuppressedDestinationAsync(
        PutSuppressedDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutSuppressedDestinationResponse>(request, Operations.PutSuppressedDestination, cancellationToken);

    public virtual Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendEmailResponse>(request, Operations.SendEmail, cancellationToken);

    public virtual Task<UpdateConfigurationSetEventDestinationResponse> UpdateConfigurationSetEventDestinationAsync(
        UpdateConfigurationSetEventDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateConfigurationSetEventDestinationResponse>(request, Operations.UpdateConfigurationSetEventDestination, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ClientPipeline.Customize(pipeline);
}
