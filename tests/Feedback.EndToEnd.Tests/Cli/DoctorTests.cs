using System.Text.Json;
using Feedback.Local;
using Feedback.Local.Services;
using Feedback.Local.Services.CloudWatch;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary><c>feedback doctor</c> on the template's resources, whole and broken.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private const string OnCall = "oncall@example.com";

    private const string CloudWatchPublishes = """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":"sns:Publish","Resource":"*"}]}
        """;

    private LocalDeployment _deployment = null!;

    private LocalAws Aws => _deployment.Aws;

    public async Task InitializeAsync()
    {
        _deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = Template.Load(),
            ArtifactFolder = string.Empty,
            Functions = [],
            Settings = new StackSettings
            {
                Parameters = new Dictionary<string, string>
                {
                    ["AlarmEmail"] = OnCall,
                    ["ChatTopicEnabled"] = "true",
                    ["PagerTopicArn"] = "arn:aws:sns:eu-west-1:123456789012:pager",
                    ["SesCallsPerSecond"] = "50",
                },
            },
        });
        Aws.Ses.AddConfigurationSet("newsletter");
        Aws.Ses.AddConfigurationSet("receipts");
        Aws.Sns.PutTopic(Aws.Sns.Topic("AlarmTopic")! with { Subscriptions = [new Subscription("email", OnCall)] });
        Aws.Sns.PutTopic(Aws.Sns.Topic("ChatTopic")! with { Subscriptions = [new Subscription("https", "https://chat.example")] });
        Aws.Sns.PutTopic(new Topic("pager") { Policy = CloudWatchPublishes, Subscriptions = [new Subscription("https", "https://pager.example")] });
    }

    public async Task DisposeAsync() => await _deployment.DisposeAsync();

    [Fact]
    public async Task Doctor_TheTemplateAsItIsDeployed_FindsOnlyThatTheSecondDetectorIsMissing()
    {
        var run = (await TypeAsync("doctor", "--json")).ShouldSucceed();

        run.Json.GetProperty("sets").GetInt32().ShouldBe(2);
        (run.Json.GetProperty("errors").GetInt32(), run.Json.GetProperty("warnings").GetInt32()).ShouldBe((0, 0));
        Found(run).ShouldBe([("Info", "second-detector", "newsletter, receipts")]);
    }

    [Fact]
    public async Task Doctor_ASetWithAlarms_FindsNothing()
    {
        foreach (var metric in new[] { "Reputation.BounceRate", "Reputation.ComplaintRate" })
        {
            Aws.CloudWatch.PutAlarm(new Alarm(metric, "AWS/SES", metric)
            {
                Dimensions = new Dictionary<string, string> { ["ses:configuration-set"] = "newsletter" },
                Actions = ["arn:aws:sns:eu-west-1:123456789012:SesAlarmTopic"],
                OkActions = ["arn:aws:sns:eu-west-1:123456789012:SesAlarmTopic"],
                Comparison = "GreaterThanOrEqualToThreshold",
                Threshold = 0.04,
            });
        }

        (await TypeAsync("doctor", "newsletter")).ShouldSucceed().Output.Trim().ShouldBe("No problem found. 1 configuration set checked.");
    }

    [Fact]
    public async Task Doctor_BrokenInManyWays_FindsEachAndExitsWith3()
    {
        Aws.Ses.ProductionAccess = false;
        Aws.Ses.SetReputationMetrics("newsletter", enabled: false);
        Aws.Ses.SetEventDestinations("receipts", [.. EventDestination.ToTopicsOf(_deployment.Settings).Take(2)]);
        Aws.Sns.PutTopic(Aws.Sns.Topic("AlarmTopic")! with { Subscriptions = [new Subscription("email", OnCall) { Confirmed = false }] });
        Aws.Sns.PutTopic(Aws.Sns.Topic("BounceTopic")! with { Subscriptions = [] });
        Aws.Sns.PutTopic(Aws.Sns.Topic("ChatTopic")! with { Subscriptions = [] });
        Aws.Sns.DeleteTopic("pager");
        Aws.Sns.PutTopic(Aws.Sns.Topic("ComplaintTopic")! with { Policy = """{"Statement":[]}""" });
        Aws.Sqs.PutQueue(Aws.Sqs.Queue("DeliveryQueue")! with { Policy = null });
        Aws.Sqs.Send("ComplaintDeadLetterQueue", "{}");
        Aws.CloudWatch.PutAlarm(Aws.CloudWatch.Alarms.First(alarm => alarm.Actions.Count > 0) with { State = "ALARM" });
        await TypeAsync("policy", "set", "newsleter", "--mode", "Off", "--force");
        await _deployment.DynamoDb.UpdateTimeToLiveAsync(new()
        {
            TableName = _deployment.Tables["OutcomesTable"],
            TimeToLiveSpecification = new() { AttributeName = "ExpiresAt", Enabled = false },
        });

        var run = await TypeAsync("doctor", "--json");

        run.ExitCode.ShouldBe(3, run.Error);
        Found(run).Where(found => found.Severity != "Info").Select(found => (found.Check, found.About)).ShouldBe(
            [
                ("sandbox", "account"),
                ("reputation-metrics", "newsletter"),
                ("event-destinations", "receipts"),
                ("alarm-topic", "AlarmTopic"),
                ("chat-and-pager", "ChatTopic"),
                ("chat-and-pager", "pager"),
                ("topics", "BounceTopic"),
                ("topic-policy", "ComplaintTopic"),
                ("queue-policy", "DeliveryQueue"),
                ("dead-letters", "ComplaintQueue"),
                ("alarms", Aws.CloudWatch.Alarms.Single(alarm => alarm.State == "ALARM").Name),
                ("policies", "newsleter"),
                ("ttl", _deployment.Tables["OutcomesTable"]),
            ],
            ignoreOrder: true);
        var text = await TypeAsync("doctor", "receipts");
        text.ExitCode.ShouldBe(3);
        text.Output.ShouldContain("ERROR    receipts (event-destinations)");
        text.Output.ShouldContain("> aws sesv2 create-configuration-set-event-destination --configuration-set-name receipts");
    }

    [Fact]
    public async Task Doctor_OnlyWarnings_ExitsWith1()
    {
        Aws.Ses.SetReputationMetrics("newsletter", enabled: false);

        (await TypeAsync("doctor", "newsletter")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Doctor_WithoutAPermission_NamesItAndChecksTheRest()
    {
        Aws.Faults.Deny(AwsOperation.GetConfigurationSetEventDestinations);
        Aws.Faults.Deny(AwsOperation.ListSubscriptionsByTopic);
        Aws.Ses.SetReputationMetrics("newsletter", enabled: false);

        var run = await TypeAsync("doctor", "newsletter", "--json");

        run.ExitCode.ShouldBe(1, run.Error);
        run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("problem").GetString()).ShouldBe(
            [
                "Its reputation metrics are off.",
                "Could not be checked: your AWS login lacks ses:GetConfigurationSetEventDestinations.",
                "Could not be checked: your AWS login lacks sns:ListSubscriptionsByTopic.",
                "No alarms watch SES's own bounce and complaint rate.",
            ]);
    }

    [Fact]
    public async Task Doctor_OfASetThatSesDoesNotKnow_SaysSo() =>
        (await TypeAsync("doctor", "newsleter")).ShouldFail(2, "SES has no configuration set newsleter.");

    private static List<(string? Severity, string? Check, string? About)> Found(CommandLineRun run) =>
        [.. run.Json.GetProperty("findings").EnumerateArray().Select(finding => (Text(finding, "severity"), Text(finding, "check"), Text(finding, "about")))];

    private static string? Text(JsonElement finding, string name) => finding.GetProperty(name).GetString();

    private Task<CommandLineRun> TypeAsync(params string[] arguments) => CommandLineRun.WithAsync(OperatorEnvironment.Of(_deployment), arguments);
}
