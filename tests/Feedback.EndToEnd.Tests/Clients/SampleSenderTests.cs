using System.Diagnostics;
using Feedback.EndToEnd.Tests.Cli;
using Feedback.Local.Services;

namespace Feedback.EndToEnd.Tests.Clients;

/// <summary>The sample sender as a program, against the table and the SES of a deployment on this machine.</summary>
public sealed class SampleSenderTests : SuppressionDeployment
{
    [Fact]
    public async Task Sender_SuppressedAndOtherRecipients_SendsToTheOthersOnly()
    {
        await BounceAsync();

        var (exitCode, output, _) = await SendAsync("Ann <ANN@example.org>", "bea@example.org", "no-address", "cid@example.org");

        exitCode.ShouldBe(0, output);
        Recipients().ShouldBe(["bea@example.org", "cid@example.org"]);
        output.ShouldContain("not sent to Ann <ANN@example.org>: Suppressed");
        output.ShouldContain("not sent to no-address: Invalid");
        output.ShouldContain("sent to bea@example.org: ");
    }

    [Fact]
    public async Task Sender_ThePausedSet_StopsAtOnce()
    {
        Deployment.Aws.Ses.SetSending("newsletter", enabled: false);

        var (exitCode, _, error) = await SendAsync("ann@example.org", "bea@example.org");

        exitCode.ShouldBe(1);
        error.ShouldContain("newsletter is paused. Nothing was sent to ann@example.org, nor to those after it.");
        Deployment.Aws.SesCalls.Count(call => call.Operation == AwsOperation.SendEmail).ShouldBe(1);
    }

    [Fact]
    public async Task Sender_TheListCannotBeAsked_SendsNothing()
    {
        var (exitCode, _, _) = await RunAsync(["no-such-table", "newsletter", "news@example.com", "bea@example.org"]);

        exitCode.ShouldNotBe(0);
        Recipients().ShouldBeEmpty();
    }

    private IEnumerable<string> Recipients() =>
        Deployment.Aws.SesCalls.Where(call => call.Operation == AwsOperation.SendEmail && call.Applied).SelectMany(call => call.Recipients);

    private Task<(int ExitCode, string Output, string Error)> SendAsync(params string[] recipients) =>
        RunAsync([Deployment.Tables["SuppressionTable"], "newsletter", "news@example.com", .. recipients]);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Sender.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in OperatorEnvironment.Of(Deployment))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
