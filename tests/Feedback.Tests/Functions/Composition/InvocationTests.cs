using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Feedback.Functions.Composition;
using Feedback.Functions.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Feedback.Tests.Functions.Composition;

public sealed class InvocationTests : IDisposable
{
    private readonly MemoryStream _log = new();
    private readonly ServiceProvider _services;

    public InvocationTests() => _services = new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(new JsonLineLoggerProvider(_log, LogLevel.Information, TimeProvider.System)))
        .AddSingleton<Invocation>()
        .BuildServiceProvider();

    [Fact]
    public async Task RunAsync_Payload_GivesTheHandlersAnswer()
    {
        var response = await RunAsync("""{"Records":[{"messageId":"m-1"}]}""", (batch, context) => Task.FromResult(new SQSBatchResponse(
            [new() { ItemIdentifier = batch.Records[0].MessageId }, new() { ItemIdentifier = context.AwsRequestId }])));

        new StreamReader(response).ReadToEnd().ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"m-1"},{"itemIdentifier":"req-1"}]}""");
        _log.Length.ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_PayloadThatIsNoJson_IsOneLineWithTheRequestIdAndOneForLambda()
    {
        var failure = await Should.ThrowAsync<FunctionFailedException>(
            RunAsync("not json", (_, _) => throw new InvalidOperationException("never called")));

        failure.ToString().ShouldStartWith("JsonSerializerException: Error converting the Lambda event JSON payload");
        failure.ToString().ShouldNotContain("\n");
        var line = JsonDocument.Parse(Encoding.UTF8.GetString(_log.ToArray()).TrimEnd('\n').Split('\n').ShouldHaveSingleItem()).RootElement;
        line.GetProperty("level").GetString().ShouldBe("ERROR");
        line.GetProperty("event").GetString().ShouldBe(nameof(RunLog.InvocationFailed));
        line.GetProperty("requestId").GetString().ShouldBe("req-1");
        line.GetProperty("exception").GetString().ShouldNotBeNull().ShouldContain("   at ");
    }

    [Fact]
    public async Task RunAsync_HandlerThrowsOverSeveralLines_IsOneLineForLambda()
    {
        var failure = await Should.ThrowAsync<FunctionFailedException>(
            RunAsync("""{"Records":[]}""", (_, _) => throw new IOException("first\n- second\r\n- third")));

        failure.Message.ShouldBe("IOException: first\n- second\r\n- third");
        failure.ToString().ShouldBe("IOException: first - second - third");
    }

    public void Dispose()
    {
        _services.Dispose();
        _log.Dispose();
    }

    private Task<Stream> RunAsync(string payload, Func<SQSEvent, ILambdaContext, Task<SQSBatchResponse>> handler) => _services.GetRequiredService<Invocation>()
        .RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(payload)), new TestLambdaContext { AwsRequestId = "req-1" }, handler);
}
