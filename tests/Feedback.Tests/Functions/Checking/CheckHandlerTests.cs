using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using Feedback.Functions.Checking;
using Feedback.Suppression;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Functions.Checking;

[Collection(DatabaseCollection.Name)]
public sealed class CheckHandlerTests(DatabaseFixture database) : IAsyncLifetime
{
    private FunctionBench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await FunctionBench.CreateAsync(database);
        var optedOut = SuppressionEntry.Empty(Sample.Address("ann")).Seen(SuppressionReason.Unsubscribed, World.Noon, set: "news");
        (await _bench.Get<ISuppressionStore>().TryReplaceAsync(optedOut, CancellationToken.None)).ShouldBeTrue();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("news", "Suppressed", false)]
    [InlineData("receipts", "MaySend", true)]
    [InlineData("*", "MaySend", true)]
    public async Task HandleAsync_AddressAndScope_IsAnsweredAsTheLibraryDoes(string scope, string verdict, bool maySend)
    {
        var answer = await AnswerAsync($$"""{"addresses":["Ann <ANN@example.org>"],"scope":"{{scope}}"}""");

        ((string?)answer["address"], (string?)answer["verdict"], (bool)answer["maySend"]!).ShouldBe(("Ann <ANN@example.org>", verdict, maySend));
        ((string?)answer["reason"], (string?)answer["scope"]).ShouldBe(maySend ? (null, null) : ("Unsubscribed", "news"));
    }

    [Fact]
    public async Task HandleAsync_InvalidAddress_SpoilsNoOther()
    {
        var answers = await AnswersAsync("""{"addresses":["no-address","bob@example.org"],"scope":"*"}""");

        answers.Select(answer => (string?)answer!["verdict"]).ShouldBe(["Invalid", "MaySend"]);
        ((bool)answers[0]!["maySend"]!).ShouldBeFalse();
        ((string?)answers[0]!["problem"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task HandleAsync_ThousandAddresses_AreTenRequests()
    {
        var addresses = new JsonArray([.. Enumerable.Range(0, 1_000).Select(place => JsonValue.Create($"recipient{place}@example.org"))]);

        (await AnswersAsync(new JsonObject { ["addresses"] = addresses, ["scope"] = "*" }.ToJsonString())).Count.ShouldBe(1_000);

        _bench.Stores.Wire.Operations.Count(operation => operation == "BatchGetItem").ShouldBe(10);
    }

    [Fact]
    public async Task HandleAsync_BodyInBase64_IsRead()
    {
        var request = Request(Convert.ToBase64String("""{"addresses":["ann@example.org"],"scope":"news"}"""u8)) with { IsBase64Encoded = true };

        (await HandleAsync(request)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET", "/check")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/check/")]
    public async Task HandleAsync_AnotherRequest_IsNotFound(string method, string path)
    {
        var request = Request("{}", method) with { Path = path };

        Message(await HandleAsync(request), 404).ShouldBe("The only request here is POST /check.");
    }

    [Fact]
    public async Task HandleAsync_AnotherPayload_IsAnError() =>
        await Should.ThrowAsync<InvalidDataException>(() => HandleAsync(new UrlRequest(null, null, null, IsBase64Encoded: false)));

    /// <summary>Time is kept for the answer: a sender that gets none may take that for a yes.</summary>
    [Fact]
    public async Task HandleAsync_NoTimeLeft_SaysThatNothingIsKnown()
    {
        var response = await HandleAsync(Request("""{"addresses":["ann@example.org"],"scope":"news"}"""), TimeSpan.FromSeconds(4));

        Message(response, 503).ShouldContain("don't send");
        _bench.Logged.ShouldContain("CheckFailed");
        _bench.Logged.ShouldAllBe(text => !text.Contains('@'));
    }

    private async Task<JsonNode> AnswerAsync(string body) => (await AnswersAsync(body)).ShouldHaveSingleItem()!;

    private async Task<JsonArray> AnswersAsync(string body)
    {
        var response = await HandleAsync(Request(body));
        response.Status.ShouldBe(200, response.Body);
        response.Headers["content-type"].ShouldBe("application/json");
        return JsonNode.Parse(response.Body)!["answers"]!.AsArray();
    }

    private Task<UrlResponse> HandleAsync(UrlRequest request, TimeSpan? remaining = null) =>
        _bench.Get<CheckHandler>().HandleAsync(request, new TestLambdaContext { RemainingTime = remaining ?? TimeSpan.FromSeconds(20) });

    private static string Message(UrlResponse response, int status)
    {
        response.Status.ShouldBe(status);
        return (string)JsonNode.Parse(response.Body)!["message"]!;
    }

    private static UrlRequest Request(string body, string method = "POST") =>
        new("/check", new UrlRequest.RequestContext(new UrlRequest.Description(method)), body, IsBase64Encoded: false);
}
