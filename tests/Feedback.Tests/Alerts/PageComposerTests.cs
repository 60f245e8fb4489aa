using System.Text.Json;
using Feedback.Alarms;
using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Alerts.AlertStates;

namespace Feedback.Tests.Alerts;

public sealed class PageComposerTests
{
    [Theory]
    [InlineData("Warning", null)]
    [InlineData("Critical", null)]
    [InlineData("Paused", "ALARM")]
    [InlineData("AlreadyPaused", "OK")]
    [InlineData("Held", null)]
    [InlineData("Recovered", "OK")]
    [InlineData("Resumed", "OK")]
    [InlineData("PausedByOperator", "OK")]
    [InlineData("PauseFailing", "ALARM")]
    [InlineData("StillPaused", null)]
    public void Compose_EachKind_OpensClosesOrLeavesTheIncident(string kind, string? expected)
    {
        var page = ComposeAll(State(Enum.Parse<AlertKind>(kind))).Page;

        page?.Subject.ShouldBe($"{expected}: \"Feedback-marketing\" in eu-west-1");
        (page is null ? null : (string?)Text(Json(page), "NewStateValue")).ShouldBe(expected);
    }

    /// <summary>A pause that failed has woken on-call. If it is taken back, the level that is told instead ends that.</summary>
    [Theory]
    [InlineData("Warning")]
    [InlineData("Critical")]
    public void Compose_ALevelAfterAPauseThatFailed_ClosesTheIncident(string kind)
    {
        var state = State(Enum.Parse<AlertKind>(kind)) with { Sending = SendingStatus.Enabled, PauseFailureToldAt = World.Noon };

        ComposeAll(state).Page.ShouldNotBeNull().Subject.ShouldStartWith("OK: ");
    }

    [Fact]
    public void Compose_APause_LooksLikeAnAlarmOfCloudWatch()
    {
        var json = Json(ComposeAll(State(AlertKind.Paused)).Page!);

        Text(json, "AlarmName").ShouldBe("Feedback-marketing");
        Text(json, "AlarmDescription").ShouldStartWith("Stop the mailing that causes it and clean its list. Then resume: feedback resume marketing --reason");
        Text(json, "AWSAccountId").ShouldBe("123456789012");
        Text(json, "NewStateReason").ShouldBe(
            "Configuration set marketing is CRITICAL and was PAUSED. SES refuses its mail until it is resumed. "
            + "77 of 1,240 attempts hard-bounced in 1h (6.2%). Warning is 2%, critical 4%.");
        Text(json, "StateChangeTime").ShouldBe("2026-11-18T12:00:00.000+0000");
        Text(json, "Region").ShouldBe("eu-west-1");
        Text(json, "AlarmArn").ShouldBe("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:Feedback-marketing");
        Text(json, "OldStateValue").ShouldBe("OK");
        json.GetProperty("Trigger").GetRawText().ShouldBe(
            """
            {"MetricName":"BounceRate","Namespace":"Feedback","Dimensions":[{"value":"marketing","name":"ConfigurationSet"}],"Period":3600,
            "EvaluationPeriods":1,"ComparisonOperator":"GreaterThanOrEqualToThreshold","Threshold":0.04,"StatisticType":"Statistic","Statistic":"MAXIMUM"}
            """.Replace("\n", "", StringComparison.Ordinal));
    }

    /// <summary>CloudWatch's form as the project itself reads it, from real notifications.</summary>
    [Fact]
    public void Compose_APause_IsReadLikeAnAlarmOfCloudWatch()
    {
        var read = JsonSerializer.Deserialize(ComposeAll(State(AlertKind.Paused)).Page!.Json, AlarmJson.Default.AlarmNotification).ShouldNotBeNull();

        (read.AlarmName, read.NewStateValue, read.StateChangeTime).ShouldBe(("Feedback-marketing", "ALARM", World.Noon));
        (read.Trigger?.MetricName, read.Trigger?.Threshold, read.Trigger?.Dimensions?.Single().Value).ShouldBe(("BounceRate", 0.04m, "marketing"));
    }

    [Fact]
    public void Compose_AFindingOfSes_HasTheFindingAndNoTrigger()
    {
        var json = Json(ComposeAll(State(AlertKind.Paused) with { Worst = null, Finding = "SES's own metric is over 4%." }).Page!);

        Text(json, "NewStateReason").ShouldEndWith("SES's own metric is over 4%.");
        json.TryGetProperty("Trigger", out _).ShouldBeFalse();
    }

    [Fact]
    public void Compose_PausedAndResumed_NameTheSameAlarm()
    {
        var names = ((AlertKind[])[AlertKind.PauseFailing, AlertKind.Paused, AlertKind.Resumed]).Select(kind => Json(ComposeAll(State(kind)).Page!)).ToList();

        names.Select(json => (Text(json, "AlarmName"), Text(json, "AlarmArn"))).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Compose_ASetThatIsCalledAccount_IsNoAlarmOfTheAccount()
    {
        var account = State(AlertKind.Paused) with { Entity = ReputationEntity.Account };

        Text(Json(ComposeAll(account).Page!), "AlarmName").ShouldBe("Feedback-account");
        Text(Json(ComposeAll(State(AlertKind.Paused, "account")).Page!), "AlarmName").ShouldBe("Feedback-set/account");
    }

    [Fact]
    public void Compose_TheLongestName_HasASubjectThatSnsTakes() =>
        ComposeAll(State(AlertKind.Paused, new string('m', 64))).Page!.Subject.Length.ShouldBeLessThan(100);

    private static JsonElement Json(AlertPage page) => JsonDocument.Parse(page.Json).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
