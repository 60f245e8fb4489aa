using Amazon.SQS;
using Feedback.Aws.Sqs;
using Feedback.Local.Services;

namespace Feedback.Tests.Aws.Sqs;

public sealed class SqsDeliveryQueueTests : IAsyncLifetime
{
    private LocalAws _aws = null!;

    public async Task InitializeAsync() => _aws = await LocalAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task CountAsync_WaitingInFlightAndDelayed_IsTheirSum()
    {
        _aws.SetQueueDepth("deliveries", visible: 1_000, inFlight: 200, delayed: 30);

        (await CountAsync($"{_aws.Endpoint}123456789012/deliveries")).ShouldBe(1_230);
    }

    [Fact]
    public async Task CountAsync_NoQueueConfigured_DoesNotAskSqs()
    {
        (await CountAsync(string.Empty)).ShouldBe(0);

        _aws.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task CountAsync_NoSuchQueue_Throws() =>
        (await Should.ThrowAsync<Exception>(() => CountAsync($"{_aws.Endpoint}123456789012/nowhere"))).ShouldBeAssignableTo<AmazonSQSException>();

    private Task<long> CountAsync(string queueUrl) =>
        new SqsDeliveryQueue(_aws.SqsClient(), TestSettings.Default with { DeliveryQueueUrl = queueUrl }).CountAsync(CancellationToken.None);
}
