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
    public async Task CountDeadLettersAsync_MessagesInTheDeadLetterQueue_AreCounted()
    {
        _aws.SetQueueDepth("deliveries-dead", visible: 42);
        var settings = TestSettings.Default with { DeliveryDeadLetterQueueUrl = $"{_aws.Endpoint}123456789012/deliveries-dead" };

        (await new SqsDeliveryQueue(_aws.SqsClient(), settings).CountDeadLettersAsync(CancellationToken.None)).ShouldBe(42);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("https://queue", true)]
    public void IsConfigured_AQueueUrl_SaysSo(string url, bool expected) =>
        new SqsDeliveryQueue(_aws.SqsClient(), TestSettings.Default with { DeliveryQueueUrl = url }).IsConfigured.ShouldBe(expected);

    [Fact]
    public async Task CountAsync_NoSuchQueue_Throws() =>
        (await Should.ThrowAsync<Exception>(() => CountAsync($"{_aws.Endpoint}123456789012/nowhere"))).ShouldBeAssignableTo<AmazonSQSException>();

    private Task<long> CountAsync(string queueUrl) =>
        new SqsDeliveryQueue(_aws.SqsClient(), TestSettings.Default with { DeliveryQueueUrl = queueUrl }).CountAsync(CancellationToken.None);
}
