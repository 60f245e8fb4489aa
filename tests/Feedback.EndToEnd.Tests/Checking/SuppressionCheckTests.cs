using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Checking;

/// <summary>The endpoint for senders, with requests as a function URL passes them on (payload format 2.0).</summary>
public sealed class SuppressionCheckTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 86);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.SuppressionCheck)
    {
        Parameters = new Dictionary<string, string> { ["SuppressionCheckEnabled"] = "true" },
    });

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Check_OfAddresses_SaysToWhichMailMayBeSent()
    {
        var (bounced, other) = (_events.Mail(), _events.Mail());
        await _stack.FeedAsync(FunctionId.Bounce, [bounced.Bounced()]);

        var (status, body) = await CheckAsync(Question([bounced.Recipient, other.Recipient, "no address"], "marketing"));

        status.ShouldBe(200);
        var answers = body["answers"]!.AsArray();
        answers.Select(answer => (string?)answer!["verdict"]).ShouldBe(["Suppressed", "MaySend", "Invalid"]);
        answers.Select(answer => (bool)answer!["maySend"]!).ShouldBe([false, true, false]);
        ((string?)answers[0]!["reason"], (string?)answers[0]!["scope"]).ShouldBe(("HardBounce", "*"));
        _stack.Log.ShouldAllBe(line => !line.Contains('@'));
    }

    [Fact]
    public async Task Check_OfThousandAddresses_IsAnsweredWhole()
    {
        var (status, body) = await CheckAsync(Question([.. Enumerable.Range(0, 1_000).Select(place => $"recipient{place}@example.org")], "*"));

        (status, body["answers"]!.AsArray().Count).ShouldBe((200, 1_000));
    }

    [Fact]
    public async Task Check_WithoutAScope_IsRefused()
    {
        var (status, body) = await CheckAsync("""{"addresses":["jane@example.org"]}""");

        (status, (string?)body["message"]).ShouldBe(
            (400, "scope is missing; give the configuration set that sends the mail, or \"*\" for mail without one."));
    }

    [Fact]
    public async Task Check_WhileTheDatabaseIsDown_NeverSaysThatMailMayBeSent()
    {
        (await CheckAsync(Question(["jane@example.org"], "*"))).Status.ShouldBe(200);
        await _stack.Deployment.Database.KillAsync();

        var (status, body) = await CheckAsync(Question(["jane@example.org"], "*"));

        status.ShouldBe(503);
        body.AsObject().Select(member => member.Key).ShouldBe(["message"]);
        ((string?)body["message"]).ShouldBe("The suppression list can't be read at the moment; don't send, and ask again.");
        _stack.Log.ShouldContain(line => line.Contains("CheckFailed"));
    }

    private async Task<(int Status, JsonNode Body)> CheckAsync(string body)
    {
        var invocation = await _stack.Deployment.InvokeAsync(FunctionId.SuppressionCheck, Payload(body));
        invocation.Error.ShouldBeNull();
        var response = JsonNode.Parse(invocation.ResponseJson!)!;
        ((string?)response["headers"]!["content-type"]).ShouldBe("application/json");
        return ((int)response["statusCode"]!, JsonNode.Parse((string)response["body"]!)!);
    }

    private static string Question(string[] addresses, string scope) => new JsonObject
    {
        ["addresses"] = new JsonArray([.. addresses.Select(address => JsonValue.Create(address))]),
        ["scope"] = scope,
    }.ToJsonString();

    private static string Payload(string body) => new JsonObject
    {
        ["version"] = "2.0",
        ["routeKey"] = "$default",
        ["rawPath"] = "/check",
        ["rawQueryString"] = "",
        ["headers"] = new JsonObject { ["content-type"] = "application/json", ["host"] = "abc.lambda-url.eu-west-1.on.aws" },
        ["requestContext"] = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["apiId"] = "abc",
            ["authorizer"] = new JsonObject { ["iam"] = new JsonObject { ["accountId"] = "123456789012", ["userId"] = "AIDA" } },
            ["domainName"] = "abc.lambda-url.eu-west-1.on.aws",
            ["http"] = new JsonObject { ["method"] = "POST", ["path"] = "/check", ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1" },
            ["requestId"] = "r-1",
            ["stage"] = "$default",
            ["timeEpoch"] = 1_795_282_994_000,
        },
        ["body"] = body,
        ["isBase64Encoded"] = false,
    }.ToJsonString();
}
