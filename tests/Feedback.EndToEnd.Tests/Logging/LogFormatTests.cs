using System.Text.Json;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Logging;

/// <summary>The built functions' log in both of Lambda's formats: the runtime client writes to the same standard output.</summary>
public sealed class LogFormatTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Text")]
    [InlineData("JSON")]
    public async Task Lines_InEitherFormat_AreJsonWithWhatLambdaAndInsightsLookFor(string format)
    {
        var lines = await LinesAsync(new() { ["AWS_LAMBDA_LOG_FORMAT"] = format });

        var ours = lines.Where(IsOurs).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        ours.Select(line => line.GetProperty("event").GetString())
            .ShouldBe(["BatchDone", "MessageUnreadable", "BatchDone", "InvocationFailed"]);
        ours.Select(line => line.GetProperty("level").GetString()).ShouldBe(["INFO", "WARN", "INFO", "ERROR"]);
        ours.ShouldAllBe(line =>
            line.GetProperty("timestamp").GetDateTimeOffset() > DateTimeOffset.UnixEpoch && line.GetProperty("requestId").GetString() != "");

        // The runtime client's own line about the payload shows that the format is in force; it is one line too.
        var runtimes = lines.Where(line => !IsOurs(line)).ShouldHaveSingleItem();
        runtimes.ShouldContain("JsonSerializerException");
        if (format == "JSON")
        {
            JsonDocument.Parse(runtimes).RootElement.GetProperty("level").GetString().ShouldBe("Error");
        }
        else
        {
            runtimes.ShouldContain("\tfail\tJsonSerializerException: ");
        }
    }

    [Fact]
    public async Task Lines_BelowLambdasLevel_AreNotWritten()
    {
        var lines = await LinesAsync(new() { ["AWS_LAMBDA_LOG_LEVEL"] = "WARN" });

        lines.Where(IsOurs).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString())
            .ShouldBe(["MessageUnreadable", "InvocationFailed"]);
    }

    [Fact]
    public async Task Lines_OfAFunctionThatDoesNotStart_AreOneEachForUsAndTheRuntime()
    {
        var error = await Should.ThrowAsync<FunctionExitedException>(() => FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce)
        {
            Environment = new Dictionary<string, string> { ["FEEDBACK_MODE"] = "Pause", ["FEEDBACK_WINDOWS"] = "7x" },
        }));

        error.LastLines.Count.ShouldBe(2);
        var line = JsonDocument.Parse(error.LastLines.Single(IsOurs)).RootElement;
        line.GetProperty("level").GetString().ShouldBe("FATAL");
        line.GetProperty("event").GetString().ShouldBe("StartFailed");
        line.GetProperty("exception").GetString().ShouldNotBeNull().ShouldContain("FEEDBACK_WINDOWS holds '7x'");
        error.LastLines.Single(one => !IsOurs(one)).ShouldContain("SettingsException: The configuration is not valid: - FEEDBACK_");
    }

    private static bool IsOurs(string line) => line.StartsWith('{') && JsonDocument.Parse(line).RootElement.TryGetProperty("eventId", out _);

    private async Task<List<string>> LinesAsync(Dictionary<string, string> environment)
    {
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce) { Environment = environment });
        await stack.FeedAsync(FunctionId.Bounce, [new MailGenerator(seed: 32).Mail().Bounced()]);
        (await stack.BatchAsync(FunctionId.Bounce, SqsBatches.Messages(["no SES event"]))).Count.ShouldBe(1);
        (await stack.Deployment.InvokeAsync(FunctionId.Bounce, "not JSON")).Error.ShouldNotBeNull();
        await stack.Host(FunctionId.Bounce).KillAsync();
        return [.. stack.Log.Select(line => line[(FunctionId.Bounce.Length + 1)..])];
    }
}
