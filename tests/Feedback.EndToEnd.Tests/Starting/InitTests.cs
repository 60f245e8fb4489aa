using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Starting;

/// <summary>A function that can't run with its environment says so before its first event.</summary>
public sealed class InitTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Environment_WithManyMistakes_IsAnInitErrorThatNamesEach()
    {
        var error = await StartAsync(FunctionId.Bounce, new()
        {
            ["FEEDBACK_OUTCOMES_TABLE"] = "",
            ["FEEDBACK_BOUNCE_WARNING_PERCENT"] = "4",
            ["FEEDBACK_BOUNCE_CRITICAL_PERCENT"] = "2",
            ["FEEDBACK_COMPLAINT_CRITICAL_PERCENT"] = "a lot",
            ["FEEDBACK_WINDOWS"] = "1h,7x",
            ["FEEDBACK_MODE"] = "Pause",
        });

        error.Message.ShouldContain("FEEDBACK_OUTCOMES_TABLE is not set.");
        error.Message.ShouldContain("FEEDBACK_BOUNCE_CRITICAL_PERCENT must be above FEEDBACK_BOUNCE_WARNING_PERCENT.");
        error.Message.ShouldContain("FEEDBACK_COMPLAINT_CRITICAL_PERCENT is 'a lot'");
        error.Message.ShouldContain("FEEDBACK_WINDOWS holds '7x'");
        error.Message.ShouldContain("FEEDBACK_MODE is 'Pause': one of Off, Observe, Enforce is expected.");
        error.ExitCode.ShouldNotBe(0);
    }

    [Theory]
    [InlineData("BouncesFunction")]
    [InlineData("bouncefunction")]
    [InlineData("")]
    public async Task FunctionName_ThatIsNone_IsAnInitErrorThatNamesThoseThereAre(string name)
    {
        var error = await StartAsync(FunctionId.Bounce, new() { ["FEEDBACK_FUNCTION"] = name });

        error.Message.ShouldContain($"FEEDBACK_FUNCTION is '{name}'");
        error.Message.ShouldContain("BounceFunction, ComplaintFunction, DeliveryFunction, ReputationFunction, AlarmFunction, InboundFunction, Suppression");
    }

    [Theory]
    [InlineData(FunctionId.Complaint)]
    [InlineData(FunctionId.Delivery)]
    [InlineData(FunctionId.Reputation)]
    [InlineData(FunctionId.Alarm)]
    [InlineData(FunctionId.Inbound)]
    [InlineData(FunctionId.SuppressionEvent)]
    [InlineData(FunctionId.SuppressionMirror)]
    [InlineData(FunctionId.SuppressionCheck)]
    [InlineData(FunctionId.Digest)]
    public async Task Environment_OfEachFunction_IsChecked(string function)
    {
        var error = await StartAsync(function, new() { ["FEEDBACK_ALARM_TOPIC_ARN"] = "" });

        error.Message.ShouldContain("FEEDBACK_ALARM_TOPIC_ARN is not set.");
    }

    private Task<FunctionExitedException> StartAsync(string function, Dictionary<string, string> environment) =>
        Should.ThrowAsync<FunctionExitedException>(() => FeedbackStack.StartAsync(output, new StackOptions(function) { Environment = environment }));
}
