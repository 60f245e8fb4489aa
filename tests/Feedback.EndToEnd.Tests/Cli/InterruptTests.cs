using System.Diagnostics;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class InterruptTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private LoginServices _services = null!;

    public async Task InitializeAsync() => _services = await LoginServices.StartAsync();

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task Status_Watched_RepeatsUntilItIsInterrupted()
    {
        using var process = CommandLineRun.StartInterruptible(
            new Dictionary<string, string>
            {
                ["AWS_REGION"] = "eu-west-1",
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_ENDPOINT_URL_DYNAMODB"] = _services.Endpoint.ToString(),
                ["FEEDBACK_OUTCOMES_TABLE"] = "outcomes",
                ["FEEDBACK_REPUTATION_TABLE"] = "reputation",
                ["FEEDBACK_SUPPRESSION_TABLE"] = "suppression",
                ["FEEDBACK_ALARM_TOPIC_ARN"] = "arn:aws:sns:eu-west-1:123456789012:alarms",
            },
            ["status", "--watch", "1"]);
        (await process.StandardError.ReadLineAsync()).ShouldBe("Feedback has seen no mail yet.");
        (await process.StandardError.ReadLineAsync()).ShouldBe("Feedback has seen no mail yet.");

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        var reading = process.StandardError.ReadToEndAsync();
        if (await Task.WhenAny(reading, Task.Delay(Patience)) != reading)
        {
            process.Kill(entireProcessTree: true);
        }

        var rest = await reading;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(130);
        rest.ShouldEndWith("Interrupted.\n");
    }
}
