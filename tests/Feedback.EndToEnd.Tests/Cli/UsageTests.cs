using System.Net;
using System.Net.Sockets;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class UsageTests
{
    private static string More(string command) => $"Run feedback {command} --help for more.";

    [Fact]
    public async Task Status_WithoutADeployment_NamesEveryVariableThatIsMissing() => (await CommandLineRun.OfAsync("status")).ShouldFail(
        2,
        "FEEDBACK_OUTCOMES_TABLE is not set.",
        "FEEDBACK_REPUTATION_TABLE is not set.",
        "FEEDBACK_SUPPRESSION_TABLE is not set.",
        "FEEDBACK_ALARM_TOPIC_ARN is not set.",
        "Give --stack NAME or --env-file FILE, or set them (docs/cli.md, Connecting to a deployment).");

    [Fact]
    public async Task Resume_WithoutAReason_SaysSo() =>
        (await CommandLineRun.OfAsync("resume", "newsletter")).ShouldFail(2, "Option '--reason' is required.", More("resume"));

    [Fact]
    public async Task Pause_WithAnEmptyReason_SaysSo() =>
        (await CommandLineRun.OfAsync("pause", "newsletter", "--reason", " ")).ShouldFail(2, "--reason is empty. The history needs a reason.", More("pause"));

    [Theory]
    [InlineData("history newsletter --limit 0", "--limit must be a number from 1 to 1000.")]
    [InlineData("history newsletter --limit abc", "--limit must be a number from 1 to 1000.")]
    [InlineData("history newsletter --limit 99999999999", "--limit must be a number from 1 to 1000.")]
    [InlineData("demo --messages 19999", "--messages must be a number from 20000 to 5000000.")]
    [InlineData("demo --messages many", "--messages must be a number from 20000 to 5000000.")]
    [InlineData("demo --seed x", "--seed must be a number from 0 to 2147483647.")]
    [InlineData("simulate --scenario month --days 1", "--days must be a number from 3 to 60.")]
    [InlineData("simulate --scenario month --days abc", "--days must be a number from 3 to 60.")]
    [InlineData("simulate --scenario month --sets x", "--sets must be a number from 5 to 1000.")]
    [InlineData("simulate --scenario angry-mailbox --sets 19", "--sets must be a number from 20 to 1000.")]
    [InlineData("simulate --scenario scale --sets 100001", "--sets must be a number from 50 to 100000.")]
    [InlineData("simulate --scenario scale --delay 1001", "--delay must be a number from 0 to 1000.")]
    [InlineData("simulate --scenario month --delay 5", "--delay needs --scenario scale.")]
    [InlineData("simulate --scenario scale --mode Off", "--mode can't be combined with --scenario scale.")]
    [InlineData("local --port 99999", "--port must be a number from 0 to 65535.")]
    [InlineData("local --database-port -1", "--database-port must be a number from 0 to 65535.")]
    [InlineData("local --listen localhost", "--listen must be an IPv4 address of this machine, such as 127.0.0.1.")]
    public async Task Command_WithANumberThatIsNone_SaysWhatOneIs(string typed, string problem) =>
        (await CommandLineRun.OfAsync(typed.Split(' '))).ShouldFail(2, problem, More(typed.Split(' ')[0]));

    [Theory]
    [InlineData("--port", "--database-port")]
    [InlineData("--database-port", "--port")]
    public async Task Local_OnAPortInUse_SaysWhichAndWhatToDo(string option, string other)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        (await CommandLineRun.OfAsync("local", option, $"{port}", other, "0"))
            .ShouldFail(2, $"Port {port} of 127.0.0.1 is in use: end the process that listens there, or choose another port.");
    }

    [Fact]
    public async Task Local_WithAFileThatCannotBeWritten_SaysSo()
    {
        var run = await CommandLineRun.OfAsync("local", "--port", "0", "--database-port", "0", "--write-env", "/dev/null/local.env");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("/dev/null/local.env: ");
        run.Error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task Simulate_WithSendersThatAreNone_NamesEach() =>
        (await CommandLineRun.OfAsync("simulate", "--senders", "a", "b:1:2:300", "c:1", "c:2")).ShouldFail(
        2,
        "--senders 'a': expected name:messages, name:messages:bounce% or name:messages:bounce%:complaint%.",
        "--senders 'b:1:2:300': '300' is not a percentage from 0 to 100.",
        "--senders: c is given 2 times.");

    [Fact]
    public async Task Replay_OfFilesThatAreNotThere_NamesEach() =>
        (await CommandLineRun.OfAsync("replay", "/nowhere/a.json", "/nowhere/b.json")).ShouldFail(
            2, "/nowhere/a.json: no such file.", "/nowhere/b.json: no such file.");

    [Fact]
    public async Task Replay_ToAFunctionThatIsNone_NamesThoseThereAre() =>
        (await CommandLineRun.OfAsync("replay", "a.json", "--function", "Open")).ShouldFail(
        2,
        "--function must be one of BounceFunction, ComplaintFunction, DeliveryFunction, ReputationFunction, AlarmFunction, InboundFunction.",
        More("replay"));

    [Fact]
    public async Task Backtest_OfFilesThatAreNotThere_NamesEach() =>
        (await CommandLineRun.OfAsync("backtest", "/nowhere/a.jsonl", "/nowhere/b.jsonl")).ShouldFail(
            2, "/nowhere/a.jsonl: no such file.", "/nowhere/b.jsonl: no such file.");

    [Fact]
    public async Task Backtest_WithAPolicyThatIsNone_NamesEachProblem() =>
        (await CommandLineRun.OfAsync("backtest", ".", "--mode", "Shout", "--bounce-critical-percent", "1")).ShouldFail(
            2,
            "--mode is 'Shout': one of Off, Observe, Enforce is expected.",
            "--bounce-critical-percent must be above --bounce-warning-percent.");

    [Theory]
    [InlineData("status --bogus", "'--bogus'.", "status")]
    [InlineData("history --bogus", "'--bogus'.", "history")]
    [InlineData("history newsletter --bogus", "'--bogus'.", "history")]
    [InlineData("suppression check a@b.c --bogus", "'--bogus'.", "suppression check")]
    [InlineData(
        "backtest events --representative-volume 1000", "'--representative-volume'. Did you mean --bounce-representative-volume?", "backtest")]
    [InlineData("resume newsletter --reason --because=x", "'--because=x'.", "resume")]
    [InlineData("policy set newsletter --moed Observe", "'--moed'. Did you mean --mode?", "policy set")]
    public async Task Command_WithAMistypedOption_TakesItForNothingElse(string typed, string option, string command) =>
        (await CommandLineRun.OfAsync(typed.Split(' '))).ShouldFail(2, $"Unrecognized option {option}", More(command));

    [Theory]
    [InlineData("stauts", "There is no command 'stauts'. Did you mean status?", "Run feedback --help for more.")]
    [InlineData("stauts --json", "There is no command 'stauts'. Did you mean status?", "Run feedback --help for more.")]
    [InlineData("policy sett newsletter", "There is no command 'sett'. Did you mean set?", "Run feedback policy --help for more.")]
    [InlineData("frobnicate", "There is no command 'frobnicate'.", "Run feedback --help for more.")]
    public async Task Command_Mistyped_NamesTheNearest(string typed, string problem, string more) =>
        (await CommandLineRun.OfAsync(typed.Split(' '))).ShouldFail(2, problem, more);

    [Fact]
    public async Task Backtest_AFileThatIsNamedLikeAnOption_IsTakenAfterTwoDashes() =>
        (await CommandLineRun.OfAsync("backtest", "--", "--bogus")).ShouldFail(2, "--bogus: no such file.");

    [Fact]
    public async Task Simulate_WithWhatIsOnlyOfTheMonth_SaysSo() =>
        (await CommandLineRun.OfAsync("simulate", "--minimum-bounces", "5", "--sets", "20", "--days", "9")).ShouldFail(
            2,
            "--sets needs --scenario month or angry-mailbox or scale.",
            "--days needs --scenario month.",
            "--minimum-bounces needs --scenario.",
            More("simulate"));

    [Fact]
    public async Task Simulate_SendersInAMonth_ExcludeEachOther() =>
        (await CommandLineRun.OfAsync("simulate", "--senders", "a:100", "--scenario", "month")).ShouldFail(
            2, "--senders and --scenario can't be combined.", More("simulate"));
}
