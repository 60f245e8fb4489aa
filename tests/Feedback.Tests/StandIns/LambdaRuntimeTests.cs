using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;
using Request = Feedback.Tests.StandIns.LoopbackService.Request;

namespace Feedback.Tests.StandIns;

/// <summary>The Runtime API loop, official or stand-in.</summary>
public class LambdaRuntimeTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<QueueEventsJson> Serializer = new();

    [Fact]
    public async Task RunAsync_Event_PostsResponse()
    {
        var invocation = await ServeAsync(
            ["""{"Records":[{"messageId":"m-1","body":"{}"}]}"""],
            (e, context) => Task.FromResult(Failed(
                e.Records[0].MessageId,
                context.AwsRequestId,
                context.InvokedFunctionArn,
                context.RemainingTime > TimeSpan.FromSeconds(10) && context.RemainingTime <= TimeSpan.FromSeconds(30) ? "in time" : "late")));

        var post = invocation.ShouldHaveSingleItem();
        post.Path.ShouldBe("/2018-06-01/runtime/invocation/req-1/response");
        post.Body.ShouldBe(
            """{"batchItemFailures":[{"itemIdentifier":"m-1"},{"itemIdentifier":"req-1"},{"itemIdentifier":"arn:function"},{"itemIdentifier":"in time"}]}""");
    }

    [Fact]
    public async Task RunAsync_UnreadablePayload_ReportsErrorAndServesNext()
    {
        var posts = await ServeAsync(["not json", """{"Records":[]}"""], (_, _) => Task.FromResult(Failed()));

        posts.Select(post => post.Path).ShouldBe(["/2018-06-01/runtime/invocation/req-1/error", "/2018-06-01/runtime/invocation/req-2/response"]);
        using var error = JsonDocument.Parse(posts[0].Body);
        error.RootElement.GetProperty("errorType").GetString().ShouldBe("JsonSerializerException");
        error.RootElement.GetProperty("errorMessage").GetString().ShouldStartWith(
            "Error converting the Lambda event JSON payload to type Amazon.Lambda.SQSEvents.SQSEvent");
        error.RootElement.GetProperty("stackTrace").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task RunAsync_HandlerThrows_ReportsErrorAndServesNext()
    {
        var posts = await ServeAsync(
            ["""{"Records":[{}]}""", """{"Records":[]}"""],
            (e, _) => e.Records.Count == 0 ? Task.FromResult(Failed()) : throw new InvalidOperationException("no table"));

        posts.Count.ShouldBe(2);
        posts[0].Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("InvalidOperationException");
        posts[0].Body.ShouldContain("no table");
    }

    [Fact]
    public async Task RunAsync_InitializerThrows_ReportsInitError()
    {
        using var api = new LoopbackService(_ => Accepted());
        using var http = new HttpClient();
        using var bootstrap = Builder((SQSEvent _, ILambdaContext _) => Task.FromResult(Failed()), http, api)
            .UseBootstrapHandler(() => throw new InvalidOperationException("bad configuration"))
            .Build();

        await Should.ThrowAsync<InvalidOperationException>(bootstrap.RunAsync());

        var post = api.Requests.ShouldHaveSingleItem();
        post.Path.ShouldBe("/2018-06-01/runtime/init/error");
        post.Body.ShouldContain("bad configuration");
    }

    /// <summary>Serves the payloads, then stops; gives what the runtime posted.</summary>
    private static async Task<List<Request>> ServeAsync(string[] payloads, Func<SQSEvent, ILambdaContext, Task<SQSBatchResponse>> handler)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var served = 0;
        using var api = new LoopbackService(request =>
        {
            if (request.Method == "POST")
            {
                return Accepted();
            }

            if (served < payloads.Length)
            {
                return Invocation(payloads[served], ++served);
            }

            stop.Cancel();
            return null;
        });
        using var http = new HttpClient();
        using var bootstrap = Builder(handler, http, api).Build();

        await bootstrap.RunAsync(stop.Token);

        return [.. api.Requests.Where(request => request.Method == "POST")];
    }

    private static LambdaBootstrapBuilder Builder(Func<SQSEvent, ILambdaContext, Task<SQSBatchResponse>> handler, HttpClient http, LoopbackService api) =>
        LambdaBootstrapBuilder.Create(handler, Serializer).UseHttpClient(http).ConfigureOptions(options => options.RuntimeApiEndpoint = api.Authority);

    private static Reply Accepted() => Reply.Json(202, """{"status":"OK"}""");

    private static Reply Invocation(string payload, int number) => Reply.Json(
        200,
        payload,
        ("Lambda-Runtime-Aws-Request-Id", $"req-{number}"),
        ("Lambda-Runtime-Invoked-Function-Arn", "arn:function"),
        ("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"),
        ("Lambda-Runtime-Deadline-Ms", TimeProvider.System.GetUtcNow().AddSeconds(30).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));

    private static SQSBatchResponse Failed(params string[] messageIds) =>
        new([.. messageIds.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
}
