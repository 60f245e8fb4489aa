using Amazon.Runtime;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2;

public interface IAmazonSimpleEmailServiceV2 : IAmazonService, IDisposable
{
    Task<CreateConfigurationSetEventDestinationResponse> CreateConfigurationSetEventDestinationAsync(
        CreateConfigurationSetEventDestinationRequest request, CancellationToken cancellationToken = default);

    Task<DeleteConfigurationSetEventDestinationResponse> DeleteConfigurationSetEventDestinationAsync(
        DeleteConfigurationSetEventDestinationRequest request, CancellationToken cancellationToken = default);

    Task<DeleteSuppressedDestinationResponse> DeleteSuppressedDestinationAsync(
        DeleteSuppressedDestinationRequest request, CancellationToken cancellationToken = default);

    Task<GetAccountResponse> GetAccountAsync(GetAccountRequest request, CancellationToken cancellationToken = default);

    Task<GetConfigurationSetResponse> GetConfigurationSetAsync(GetConfigurationSetRequest request, CancellationToken cancellationToken = default);

    Task<GetConfigurationSetEventDestinationsResponse> GetConfigurationSetEventDestinationsAsync(
        GetConfigurationSetEventDestinationsRequest request, CancellationToken cancellationToken = default);

    Task<GetEmailIdentityResponse> GetEmailIdentityAsync(GetEmailIdentityRequest request, CancellationToken cancellationToken = default);

    Task<GetSuppressedDestinationResponse> GetSuppressedDestinationAsync(
        GetSuppressedDestinationRequest request, CancellationToken cancellationToken = default);

    Task<ListConfigurationSetsResponse> ListConfigurationSetsAsync(ListConfigurationSetsRequest request, CancellationToken cancellationToken = default);

    Task<ListSuppressedDestinationsResponse> ListSuppressedDestinationsAsync(
        ListSuppressedDestinationsRequest request, CancellationToken cancellationToken = default);

    Task<PutAccountSendingAttributesResponse> PutAccountSendingAttributesAsync(
        PutAccountSendingAttributesRequest request, CancellationToken cancellationToken = default);

    Task<PutConfigurationSetReputationOptionsResponse> PutConfigurationSetReputationOptionsAsync(
        PutConfigurationSetReputationOptionsRequest request, CancellationToken cancellationToken = default);

    Task<PutConfigurationSetSendingOptionsResponse> PutConfigurationSetSendingOptionsAsync(
        PutConfigurationSetSendingOptionsRequest request, CancellationToken cancellationToken = default);

    Task<PutSuppressedDestinationResponse> PutSuppressedDestinationAsync(
        PutSuppressedDestinationRequest request, CancellationToken cancellationToken = default);

    Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default);

    Task<UpdateConfigurationSetEventDestinationResponse> UpdateConfigurationSetEventDestinationAsync(
        UpdateConfigurationSetEventDestinationRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleEmailServiceV2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonSimpleEmailServiceV2Client(awsCredentials, (AmazonSimpleEmailServiceV2Config)clientConfig);
}
