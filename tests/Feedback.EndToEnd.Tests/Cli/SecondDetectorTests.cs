using Feedback.Local;
using Feedback.Local.Services;
using Feedback.Local.Services.CloudWatch;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The alarms on SES's own rates, which <c>feedback wire</c> makes and <c>feedback doctor</c> looks after.</summary>
public sealed class SecondDetectorTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:SesAlarmTopic";
    private const string Bounces = "feedback-ses-bounce-rate-newsletter";
    private const string Complaints = "feedback-ses-complaint-rate-newsletter";

    private LocalDeployment _deployment = null!;

    private LocalAws Aws => _deployment.Aws;

    private IEnumerable<string> OfSets =>
        Aws.CloudWatch.Alarms.Where(alarm => alarm.Dimensions.ContainsKey("ses:configuration-set")).Select(alarm => alarm.Name);

    public async Task InitializeAsync()
    {
        _deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = Template.Load(),
            ArtifactFolder = string.Empty,
            Functions = [],
            Settings = new StackSettings
            {
                Parameters = new Dictionary<string, string> { ["AlarmEmail"] = "oncall@example.com", ["SesCallsPerSecond"] = "50" },
            },
        });
        Aws.Ses.AddConfigurationSet("newsletter");
        Aws.Stack.PutFunction("feedback", "ReputationFunction", Template.Load().EnvironmentOf("ReputationFunction", _deployment.Settings));
        foreach (var topic in Template.Load().Topics(_deployment.Settings))
        {
            Aws.Stack.PutResource("feedback", topic.Key, $"arn:aws:sns:eu-west-1:123456789012:{topic.Value}");
        }
    }

    public async Task DisposeAsync() => await _deployment.DisposeAsync();

    [Fact]
    public async Task Wire_ASet_CreatesItsAlarmsOnce()
    {
        var dry = await WireAsync("newsletter", "--dry-run");
        dry.ExitCode.ShouldBe(1, dry.Error);
        dry.Output.ShouldContain($"newsletter: create alarm {Bounces} (from 4% on)");
        OfSets.ShouldBeEmpty();

        (await WireAsync("newsletter")).ShouldSucceed();

        OfSets.ShouldBe([Bounces, Complaints]);
        var alarm = Alarm(Complaints);
        (alarm.Namespace, alarm.MetricName, alarm.Dimensions["ses:configuration-set"]).ShouldBe(("AWS/SES", "Reputation.ComplaintRate", "newsletter"));
        (alarm.Statistic, alarm.Period, alarm.EvaluationPeriods).ShouldBe(("Maximum", 3_600, 1));
        (alarm.Comparison, alarm.Threshold, alarm.MissingData).ShouldBe(("GreaterThanOrEqualToThreshold", 0.0008, "notBreaching"));
        (alarm.Actions.Single(), alarm.OkActions.Single(), alarm.ActionsEnabled).ShouldBe((Topic, Topic, true));
        (await WireAsync("newsletter")).ShouldSucceed().Output.ShouldContain("0 changed, 1 as wanted.");
        Puts().ShouldBe(2);
    }

    [Fact]
    public async Task Wire_ThePolicyOfASetHasChanged_DoctorSeesItAndItsCommandMendsIt()
    {
        (await WireAsync("newsletter")).ShouldSucceed();
        (await SecondDetectorAsync()).ShouldBeEmpty();
        (await TypeAsync("policy", "set", "newsletter", "--bounce-critical-percent", "5")).ShouldSucceed();

        (await SecondDetectorAsync()).ShouldBe(
        [
            ("Warning", Bounces, "Its threshold is 4%, and the critical rate of the policy 5%.", "feedback wire newsletter --stack NAME"),
        ]);

        (await WireAsync("newsletter")).ShouldSucceed().Output.ShouldContain($"newsletter: update alarm {Bounces} (from 5% on)");
        Alarm(Bounces).Threshold.ShouldBe(0.05);
        (await SecondDetectorAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Doctor_AlarmsBrokenByHand_FindsEachAndWireMendsThem()
    {
        (await WireAsync("newsletter")).ShouldSucceed();
        Aws.CloudWatch.PutAlarm(Alarm(Bounces) with { ActionsEnabled = false, MissingData = "breaching" });
        Aws.CloudWatch.PutAlarm(Alarm(Complaints) with { OkActions = ["arn:aws:sns:eu-west-1:123456789012:AlarmTopic"] });

        (await SecondDetectorAsync()).Select(finding => (finding.About, finding.Problem)).ShouldBe(
        [
            (Bounces, "Its actions are off. It treats missing data as breaching. Its evaluation was changed by hand."),
            (Complaints, "It does not tell AlarmFunction when it is over."),
        ]);

        (await WireAsync("newsletter")).ShouldSucceed();
        (await SecondDetectorAsync()).ShouldBeEmpty();
        Alarm(Bounces).ActionsEnabled.ShouldBeTrue();
    }

    [Fact]
    public async Task Wire_AllWithASetThatIsGone_DeletesItsAlarmsAfterADryRun()
    {
        Aws.Ses.AddConfigurationSet("former");
        (await WireAsync("--all")).ShouldSucceed();
        Aws.Ses.DeleteConfigurationSet("former");

        (await SecondDetectorAsync()).ShouldBe(
        [
            ("Info", "former", "Alarms of the second detector are left, and SES has no such set.", "feedback wire former --stack NAME"),
        ]);
        var dry = await WireAsync("--all", "--dry-run");
        dry.ExitCode.ShouldBe(1);
        dry.Output.ShouldContain("former: delete alarm feedback-ses-bounce-rate-former");
        OfSets.Count().ShouldBe(4);

        (await WireAsync("--all")).ShouldSucceed().Output.ShouldContain("1 changed, 1 as wanted.");
        OfSets.ShouldBe([Bounces, Complaints]);
        (await WireAsync("former")).ShouldFail(1, "SES has no configuration set former.");
    }

    [Fact]
    public async Task Wire_AlarmsOfTheTemplate_AreEnoughAndStay()
    {
        foreach (var metric in new[] { "Reputation.BounceRate", "Reputation.ComplaintRate" })
        {
            Aws.CloudWatch.PutAlarm(new Alarm($"feedback-ses-alarms-newsletter-{metric}", "AWS/SES", metric)
            {
                Dimensions = new Dictionary<string, string> { ["ses:configuration-set"] = "newsletter" },
                Actions = [Topic],
                OkActions = [Topic],
                Comparison = "GreaterThanOrEqualToThreshold",
                Threshold = 0.04,
                MissingData = "notBreaching",
            });
        }

        (await SecondDetectorAsync()).ShouldBeEmpty();
        (await WireAsync("newsletter")).ShouldSucceed().Output.ShouldNotContain("alarm");
        (await WireAsync("newsletter", "--undo")).ShouldSucceed();
        OfSets.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Wire_OffKeepAndUndo_DeleteLeaveAndDelete()
    {
        (await WireAsync("newsletter", "--second-detector", "keep")).ShouldSucceed();
        Aws.Calls.ShouldNotContain(call => call.Operation == AwsOperation.DescribeAlarms);
        OfSets.ShouldBeEmpty();

        (await WireAsync("newsletter")).ShouldSucceed();
        (await WireAsync("newsletter", "--second-detector", "keep")).ShouldSucceed();
        OfSets.Count().ShouldBe(2);
        (await WireAsync("newsletter", "--second-detector", "off")).ShouldSucceed().Output.ShouldContain($"newsletter: delete alarm {Bounces}");
        OfSets.ShouldBeEmpty();
        Aws.Ses.EventDestinations("newsletter").ShouldNotBeEmpty();

        (await WireAsync("newsletter")).ShouldSucceed();
        (await WireAsync("newsletter", "--undo")).ShouldSucceed();
        OfSets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wire_WithoutThePermission_NamesIt()
    {
        Aws.Faults.Deny(AwsOperation.PutMetricAlarm);

        var run = await WireAsync("newsletter");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Your AWS login lacks the permission cloudwatch:PutMetricAlarm");
    }

    private Alarm Alarm(string name) => Aws.CloudWatch.Alarms.Single(alarm => alarm.Name == name);

    private int Puts() => Aws.Calls.Count(call => call.Operation == AwsOperation.PutMetricAlarm);

    private async Task<List<(string? Severity, string? About, string? Problem, string? Remedy)>> SecondDetectorAsync() =>
    [
        .. (await TypeAsync("doctor", "--json")).Json.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("check").GetString() == "second-detector")
            .Select(finding => (
                finding.GetProperty("severity").GetString(),
                finding.GetProperty("about").GetString(),
                finding.GetProperty("problem").GetString(),
                finding.GetProperty("remedy").GetString())),
    ];

    private Task<CommandLineRun> WireAsync(params string[] arguments) => TypeAsync(["wire", .. arguments, "--stack", "feedback"]);

    private Task<CommandLineRun> TypeAsync(params string[] arguments) => CommandLineRun.WithAsync(
        [
            .. OperatorEnvironment.Of(_deployment),
            KeyValuePair.Create("AWS_ENDPOINT_URL_CLOUDFORMATION", Aws.Endpoint.ToString()),
            KeyValuePair.Create("AWS_ENDPOINT_URL_LAMBDA", Aws.Endpoint.ToString()),
        ],
        arguments);
}
