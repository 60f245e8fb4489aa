using System.Text.Json;
using Feedback.Local;
using Feedback.Local.Services;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The operators' commands, against the tables and AWS endpoints of a deployment.</summary>
public sealed class OperatorTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");
    private LocalDeployment _deployment = null!;

    private string EnvironmentFile => Path.Combine(_folder.FullName, "deployment.env");

    public async Task InitializeAsync()
    {
        var template = Template.Load();
        _deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = template,
            ArtifactFolder = Artifact.Folder,
            Functions = ["AlarmFunction", "BounceFunction"],
        });
        _deployment.Aws.Ses.AddConfigurationSet("newsletter");
        string[] lines =
        [
            "# as the functions have it",
            .. template.EnvironmentOf("ReputationFunction", _deployment.Settings).Select(variable => $"{variable.Key}={variable.Value}"),
            .. _deployment.EndpointVariables.Select(variable => $"export {variable.Key}=\"{variable.Value}\""),
            "",
            "AWS_REGION=eu-west-1",
            "AWS_ACCESS_KEY_ID=local",
            "AWS_SECRET_ACCESS_KEY='local'",
        ];
        await File.WriteAllLinesAsync(EnvironmentFile, lines);
    }

    public async Task DisposeAsync()
    {
        await _deployment.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Resume_APausedSet_LetsItSendAndTellsWhoAndWhy()
    {
        await PauseAsync();
        var status = (await TypeAsync("status", "newsletter", "--json")).ShouldSucceed().Json[0];
        status.GetProperty("sending").GetString().ShouldBe("Paused");
        status.GetProperty("pausedBy").GetString().ShouldBe("Feedback");
        (await TypeAsync("status")).ShouldSucceed().Output.ShouldContain("PAUSED");
        (await TypeAsync("status", "--wide")).ShouldSucceed().Output.ShouldContain("PAUSED by Feedback");
        (await TypeAsync("status", "newsletter", "--exit-code")).ExitCode.ShouldBe(1);

        var resumed = (await TypeAsync("resume", "newsletter", "--reason", "list cleaned", "--by", "ann", "--json")).ShouldSucceed().Json;
        resumed.GetProperty("done").GetBoolean().ShouldBeTrue();
        resumed.GetProperty("sesSends").GetBoolean().ShouldBeTrue();
        resumed.GetProperty("told").GetBoolean().ShouldBeTrue();
        _deployment.Aws.Ses.IsSending("newsletter").ShouldBeTrue();
        _deployment.Aws.Mails[^1].Message.ShouldContain("ann: list cleaned");

        var history = (await TypeAsync("history", "newsletter", "--json")).ShouldSucceed().Json;
        history[0].GetProperty("what").GetString().ShouldBe("Resumed");
        history[0].GetProperty("who").GetString().ShouldBe("ann");
        history[0].GetProperty("evidence").GetString().ShouldBe("list cleaned");
        history.EnumerateArray().Select(entry => entry.GetProperty("what").GetString()).ShouldContain("Paused");
        (await TypeAsync("history", "newsletter", "--limit", "1", "--json")).ShouldSucceed().Json.GetArrayLength().ShouldBe(1);
        (await TypeAsync("history", "newsletter")).ShouldSucceed().Output.ShouldContain("list cleaned");
    }

    [Fact]
    public async Task Policy_SetShownAndCleared_HoldsOnlyWhileItIsSet()
    {
        var set = (await TypeAsync("policy", "set", "newsletter", "--mode", "Observe", "--bounce-critical-percent", "6", "--json")).ShouldSucceed().Json;
        Part(set, "mode").ShouldBe(("Observe", true));
        Part(set, "bounce-critical-percent").ShouldBe(("6", true));
        Part(set, "bounce-warning-percent").ShouldBe(("2", false));

        await TypeAsync("policy", "set", "newsletter", "--mode", "");
        Part((await TypeAsync("policy", "show", "newsletter", "--json")).ShouldSucceed().Json, "mode").ShouldBe(("Enforce", false));
        (await TypeAsync("policy", "show", "newsletter")).ShouldSucceed().Output.ShouldContain("the set's own policy");

        Part((await TypeAsync("policy", "clear", "newsletter", "--json")).ShouldSucceed().Json, "bounce-critical-percent").ShouldBe(("4", false));
    }

    [Fact]
    public async Task PolicySet_NotValid_NamesEveryProblemAndSetsNothing()
    {
        var run = await TypeAsync("policy", "set", "newsletter", "--bounce-critical-percent", "1", "--windows", "7x", "--alarm-topic-arn", "topic");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--bounce-critical-percent must be above --bounce-warning-percent");
        run.Error.ShouldContain("'7x'");
        run.Error.ShouldContain("the ARN of an SNS topic is expected");
        Part((await TypeAsync("policy", "show", "newsletter", "--json")).ShouldSucceed().Json, "bounce-critical-percent").ShouldBe(("4", false));
        (await TypeAsync("policy", "set", "newsletter")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task PolicySet_ATopicTheFunctionsMayNotPublishTo_IsRefused()
    {
        const string Elsewhere = "arn:aws:sns:us-east-1:210987654321:news";
        (await TypeAsync("policy", "set", "newsletter", "--alarm-topic-arn", Elsewhere)).ShouldFail(
            2,
            $"--alarm-topic-arn is '{Elsewhere}': the functions may publish only to topics whose names begin with feedback-alarm-.",
            $"--alarm-topic-arn is '{Elsewhere}': the functions may publish only to topics in eu-west-1.",
            $"--alarm-topic-arn is '{Elsewhere}': the functions may publish only to topics of account 123456789012.");

        const string Own = "arn:aws:sns:eu-west-1:123456789012:feedback-alarm-news";
        var own = (await TypeAsync("policy", "set", "newsletter", "--alarm-topic-arn", Own, "--json")).ShouldSucceed().Json;
        Part(own, "alarm-topic-arn").ShouldBe((Own, true));
    }

    [Fact]
    public async Task PolicySet_WhileAnotherOperatorChangesIt_IsRefusedAndNotInTheHistory()
    {
        CommandLineRun? ben = null;
        _deployment.Aws.BeforeApply = async call =>
        {
            // Ann's command has read the policy and asks SES for the set; Ben's doesn't ask.
            if (call.Operation == AwsOperation.GetConfigurationSet && ben is null)
            {
                ben = await TypeAsync("policy", "set", "newsletter", "--minimum-bounces", "50", "--by", "ben", "--force");
            }
        };

        (await TypeAsync("policy", "set", "newsletter", "--mode", "Observe", "--by", "ann")).ShouldFail(
            1,
            "Another operator has just changed the policy of newsletter. Nothing was changed; see `feedback history newsletter`, then run the command again.");
        ben.ShouldNotBeNull().ShouldSucceed();
        Part((await TypeAsync("policy", "show", "newsletter", "--json")).ShouldSucceed().Json, "mode").ShouldBe(("Enforce", false));
        (await TypeAsync("history", "newsletter", "--json")).ShouldSucceed().Json.EnumerateArray()
            .Select(entry => entry.GetProperty("who").GetString()).ShouldBe(["ben"]);
    }

    [Fact]
    public async Task Policy_SetAndCleared_IsInTheHistoryAndLeavesNoState()
    {
        (await TypeAsync("policy", "set", "newsletter", "--mode", "Observe", "--bounce-critical-percent", "6", "--by", "ann")).ShouldSucceed();
        (await TypeAsync("policy", "clear", "newsletter", "--by", "ben")).ShouldSucceed();
        (await TypeAsync("policy", "clear", "newsletter", "--by", "ben")).ShouldSucceed();

        (await TypeAsync("history", "newsletter", "--json")).ShouldSucceed().Json.EnumerateArray()
            .Select(entry => (entry.GetProperty("what").GetString(), entry.GetProperty("who").GetString(), entry.GetProperty("evidence").GetString()))
            .ShouldBe([
                ("PolicyCleared", "ben", "was bounce-critical-percent=6, mode=Observe"),
                ("PolicySet", "ann", "bounce-critical-percent=6, mode=Observe"),
            ]);
        (await TypeAsync("status")).ShouldFail(1, "Feedback has seen no mail yet.");
    }

    [Fact]
    public async Task Pause_ASetThatSends_StopsItAndTellsWhoAndWhy()
    {
        var run = (await TypeAsync("pause", "newsletter", "--reason", "wrong [list]", "--by", "ben")).ShouldSucceed();
        run.Output.ShouldContain("newsletter is paused");
        run.Output.ShouldContain("SendingEnabled is false (read back)");
        _deployment.Aws.Ses.IsSending("newsletter").ShouldBeFalse();
        _deployment.Aws.Mails.ShouldHaveSingleItem().Message.ShouldContain("ben: wrong [list]");
        (await TypeAsync("history", "newsletter")).ShouldSucceed().Output.ShouldContain("wrong [list]");
        (await TypeAsync("status", "newsletter", "--json")).ShouldSucceed().Json[0].GetProperty("pausedBy").GetString().ShouldBe("Operator");
    }

    [Fact]
    public async Task PauseAccount_WithoutATerminal_NeedsYes()
    {
        (await TypeAsync("pause", "account", "--reason", "stolen key")).ShouldFail(
            2, "`pause account` stops all mail of the account. Give --yes if that is what you want.");
        _deployment.Aws.SesCalls.ShouldAllBe(call => call.Enabled == null);

        (await TypeAsync("pause", "account", "--reason", "stolen key", "--yes")).ShouldSucceed().Output.ShouldContain("account is paused");
        _deployment.Aws.SesCalls.Count(call => call.Enabled == false).ShouldBe(1);
    }

    [Fact]
    public async Task PolicySet_AMistypedName_IsRefusedWithoutForce()
    {
        (await TypeAsync("policy", "set", "newsleter", "--mode", "Off")).ShouldFail(
            1, "SES has no configuration set newsleter. Nothing was changed; --force sets the policy nevertheless.");
        (await TypeAsync("history", "newsleter")).ShouldFail(1, "newsleter has no history.");
        (await TypeAsync("policy", "set", "newsleter", "--mode", "Off", "--force")).ShouldSucceed();
    }

    [Fact]
    public async Task Resume_ASetThatSends_DoesNothing()
    {
        (await TypeAsync("resume", "newsletter", "--reason", "just in case")).ShouldFail(
            1, "newsletter is not paused, neither by Feedback nor in SES. Nothing was changed.");
        _deployment.Aws.SesCalls.ShouldAllBe(call => call.Enabled == null);
        (await TypeAsync("history", "newsletter")).ShouldFail(1, "newsletter has no history.");
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("pause")]
    public async Task PauseOrResume_AMistypedName_LeavesNothingBehind(string command)
    {
        (await TypeAsync(command, "newsleter", "--reason", "at night")).ShouldFail(1, "SES has no configuration set newsleter. Nothing was changed.");
        (await TypeAsync("status", "newsleter")).ShouldFail(1, "Feedback has seen no mail of newsleter.");
    }

    [Fact]
    public async Task Resume_WhileSesFails_SaysSoInALine_AndCanBeRepeated()
    {
        await PauseAsync();
        _deployment.Aws.Faults.Fail(AwsOperation.PutConfigurationSetSendingOptions);
        var failed = await TypeAsync("resume", "newsletter", "--reason", "list cleaned");
        failed.ExitCode.ShouldBe(1);
        failed.Error.ShouldContain("SES: ");
        failed.Error.ShouldContain("Run the same command again.");
        failed.Error.ShouldNotContain("   at ");

        _deployment.Aws.Faults.Clear();
        (await TypeAsync("resume", "newsletter", "--reason", "list cleaned")).ShouldSucceed();
        _deployment.Aws.Ses.IsSending("newsletter").ShouldBeTrue();
    }

    [Fact]
    public async Task Status_BeforeAnyMail_SaysSo() => (await TypeAsync("status")).ShouldFail(1, "Feedback has seen no mail yet.");

    [Fact]
    public async Task Status_OfATableThatIsNotThere_IsAConfigurationError()
    {
        await File.AppendAllLinesAsync(EnvironmentFile, ["FEEDBACK_REPUTATION_TABLE=nowhere"]);
        var run = await TypeAsync("status");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("nowhere");
        run.Error.ShouldContain("does not exist in eu-west-1 (the deployment is in account 123456789012)");
    }

    [Fact]
    public async Task Status_OfAnEnvironmentFileThatIsNone_NamesEachLine()
    {
        await File.WriteAllLinesAsync(EnvironmentFile, ["FEEDBACK_REPUTATION_TABLE=there", "hello", "=1"]);
        (await TypeAsync("status")).ShouldFail(2, $"{EnvironmentFile}, line 2: expected KEY=VALUE.", $"{EnvironmentFile}, line 3: expected KEY=VALUE.");
    }

    private Task<CommandLineRun> TypeAsync(params string[] arguments) => CommandLineRun.OfAsync([.. arguments, "--env-file", EnvironmentFile]);

    // By an alarm of SES's own metrics, which works on any day, however old the events under events/ are.
    private Task PauseAsync() => InvokeAsync("AlarmFunction", "events/alarm/complaint-rate-alarm.json");

    private async Task InvokeAsync(string function, string file) =>
        (await _deployment.InvokeAsync(function, await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), file)))).Error.ShouldBeNull();

    private static (string? Value, bool Own) Part(JsonElement policy, string name)
    {
        var part = policy.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name);
        return (part.GetProperty("value").ToString(), part.GetProperty("own").GetBoolean());
    }
}
