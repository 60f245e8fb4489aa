using Feedback.Local;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;
using Feedback.Local.Templates;
using Feedback.Tests.Shared;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>
/// The output of the commands on a terminal of 80 columns: no line is longer, and no name is broken. A command to copy is never broken, so it
/// may be longer.
/// </summary>
public sealed class EightyColumnsTests : IAsyncLifetime
{
    private const string Set = "marketing";
    private const string Address = "ann@example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");
    private LocalDeployment _deployment = null!;

    private LocalAws Aws => _deployment.Aws;

    public async Task InitializeAsync()
    {
        _deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = Template.Load(),
            ArtifactFolder = Artifact.Folder,
            Functions = ["BounceFunction"],
            Settings = new StackSettings
            {
                Parameters = new Dictionary<string, string> { ["AlarmEmail"] = "oncall@example.com", ["SesCallsPerSecond"] = "50" },
            },
        });
        Aws.Ses.AddConfigurationSet(Set);
        (await _deployment.InvokeAsync("BounceFunction", SamplePayloads.Fresh("bounce/permanent-general.json"))).Error.ShouldBeNull();
    }

    public async Task DisposeAsync()
    {
        await _deployment.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [TerminalFact]
    public async Task Status_InEachForm_Fits()
    {
        await ShouldFitAsync([Set], "status");
        await ShouldFitAsync([Set], "status", "--wide");
        await ShouldFitAsync(["account"], "status", "account");
    }

    [TerminalFact]
    public async Task PauseResumeAndHistory_OfASet_Fit()
    {
        await ShouldFitAsync([Set], "pause", Set, "--reason", "the wrong list was mailed to everyone who had ever signed up for anything");
        await ShouldFitAsync([Set], "resume", Set, "--reason", "list cleaned");
        await ShouldFitAsync(["list cleaned", "PausedByOperator by "], "history", Set);
    }

    [TerminalFact]
    public async Task Policy_ShownSetAndCleared_Fits()
    {
        await ShouldFitAsync(["bounce-critical-percent"], "policy", "show", Set);
        await ShouldFitAsync(["bounce-critical-percent"], "policy", "set", Set, "--bounce-critical-percent", "5");
        await ShouldFitAsync([], "policy", "clear", Set);
    }

    [TerminalFact]
    public async Task Doctor_ManyFindings_FitsButForCommandsToCopy()
    {
        Aws.Ses.ProductionAccess = false;
        Aws.Ses.SetReputationMetrics(Set, enabled: false);
        Aws.Ses.SetEventDestinations(Set);
        Aws.Sns.PutTopic(Aws.Sns.Topic("BounceTopic")! with { Subscriptions = [] });
        Aws.Sns.PutTopic(Aws.Sns.Topic("AlarmTopic")! with { Subscriptions = [new Subscription("email", "oncall@example.com") { Confirmed = false }] });
        Aws.Sqs.Send("BounceDeadLetterQueue", "{}");

        await ShouldFitAsync([$"{Set} (event-destinations)"], "doctor");
    }

    [TerminalFact]
    public async Task Explain_ByAddressAndByMessage_Fits()
    {
        await ShouldFitAsync(["Hard bounce Permanent/General"], "explain", Address);
        var explained = await CommandLineRun.WithAsync(Variables, ["explain", Address, "--json"]);
        var id = explained.Json.GetProperty("messages")[0].GetProperty("messageId").GetString()!;
        await ShouldFitAsync([id], "explain", id);
        await ShouldFitAsync([id], "explain", id, "--scan");
        await ShouldFitAsync([], "explain", "0102-nothing");
    }

    [TerminalFact]
    public async Task Dlq_EachCommand_Fits()
    {
        Aws.Sqs.Send("BounceDeadLetterQueue", (string)SamplePayloads.Records("bounce/permanent-general.json")[0]!["body"]!, receiveCount: 20);
        Aws.Sqs.Send("BounceDeadLetterQueue", "no event", receiveCount: 20);

        await ShouldFitAsync(["bounce"], "dlq", "list");
        await ShouldFitAsync([Aws.Sqs.Queue("BounceDeadLetterQueue")!.Messages[0].Id], "dlq", "show");
        await ShouldFitAsync([], "dlq", "redrive", "--yes");
    }

    [TerminalFact]
    public async Task Suppression_EachCommand_Fits()
    {
        var file = Path.Combine(_folder.FullName, "list.csv");
        string[][] commands =
        [
            ["check", Address],
            ["show", Address],
            ["list"],
            ["stats"],
            ["add", "bea@example.org", "--reason-text", "asked by phone", "--scope", Set, "--until", "9d"],
            ["allow", "cid@example.org", "--reason", "the mailbox is fixed"],
            ["export", "--out", "list.csv"],
            ["import", "list.csv"],
            ["sync"],
            ["sync", "--to-ses"],
            ["remove", Address],
            ["erase", Address, "--reason", "request 4711"],
        ];
        foreach (var command in commands)
        {
            await ShouldFitAsync([], ["suppression", .. command.Select(word => word == "list.csv" ? file : word)]);
        }
    }

    [TerminalFact]
    public async Task ReportAndWire_OfASet_Fit()
    {
        Aws.Stack.PutFunction("feedback", "ReputationFunction", Template.Load().EnvironmentOf("ReputationFunction", _deployment.Settings));
        foreach (var topic in (string[])["BounceTopic", "ComplaintTopic", "DeliveryTopic", "SesAlarmTopic"])
        {
            Aws.Stack.PutResource("feedback", topic, $"arn:aws:sns:eu-west-1:123456789012:{topic}");
        }

        Aws.Ses.SetEventDestinations(Set);
        await ShouldFitAsync([$"{Set}: create", $"feedback-ses-bounce-rate-{Set}"], "wire", Set, "--stack", "feedback", "--dry-run");
        await ShouldFitAsync([], "report", "--out", Path.Combine(_folder.FullName, "report.html"));
    }

    [TerminalFact]
    public async Task LocalCommands_WithSamples_Fit()
    {
        var bounces = Path.Combine(RepositoryRoot.Find(), "events/bounce");
        await ShouldFitAsync([Set], "replay", Path.Combine(bounces, "permanent-general.json"));
        await ShouldFitAsync([], "backtest", bounces);
    }

    [TerminalFact]
    public async Task Simulate_WithABadSender_Fits() =>
        await ShouldFitAsync(["CRITICAL", "feedback resume bought-list"], "simulate", "--senders", "news:2000:1", "bought-list:2000:9", "--seed", "1");

    [TerminalFact]
    public async Task Demo_WithFewMessages_Fits() =>
        await ShouldFitAsync(["healthy-newsletter", "feedback resume bought-list", "checks hold"], "demo", "--messages", "20000", "--seed", "7");

    [TerminalFact]
    public async Task Help_OfEachKindOfCommand_Fits()
    {
        await ShouldFitAsync(["suppression"], "--help");
        await ShouldFitAsync(["--from-ses"], "suppression", "sync", "--help");
        await ShouldFitAsync(["--complaint-representative-volume"], "policy", "set", "--help");
    }

    private IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(OperatorEnvironment.Of(_deployment))
    {
        ["AWS_ENDPOINT_URL_CLOUDFORMATION"] = Aws.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_LAMBDA"] = Aws.Endpoint.ToString(),
    };

    private async Task ShouldFitAsync(string[] unbroken, params string[] arguments)
    {
        var run = await TerminalRun.OfAsync(Variables, arguments);

        var command = string.Join(' ', arguments);
        run.Lines.Count(line => line.Length > 0).ShouldBeGreaterThan(0, command);
        run.Lines.Where(line => line.Length > TerminalRun.Columns && !IsToCopy(line)).ShouldBeEmpty($"{command} exited with {run.ExitCode}");
        foreach (var name in unbroken)
        {
            run.Lines.ShouldContain(
                line => line.Contains(name, StringComparison.Ordinal), $"{command} exited with {run.ExitCode}:\n{string.Join('\n', run.Lines)}");
        }
    }

    /// <summary>A command that mends something, the path of a file, and what a mail has in lines of its own must not be broken.</summary>
    private static bool IsToCopy(string line) => line.TrimStart() is ['>' or '/', ..] || line.StartsWith("  |  ", StringComparison.Ordinal);
}
