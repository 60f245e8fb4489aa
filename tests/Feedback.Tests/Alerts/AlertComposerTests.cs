using System.Text.Json;
using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Alerts.AlertStates;

namespace Feedback.Tests.Alerts;

public sealed class AlertComposerTests
{
    private static readonly IReadOnlyList<ReputationEvent> Latest =
    [
        new(World.Noon, "Permanent/General", "example.org", "feedback-3"),
        new(World.Noon, "Permanent/General", "example.org", "feedback-2"),
        new(World.Noon, "Permanent/NoEmail", "example.com", "feedback-1"),
        new(World.Noon, "Complaint/abuse", "example.org", "feedback-1"),
        new(World.Noon, "Permanent/General", "example.net", FeedbackId: null),
    ];

    public static TheoryData<string> Kinds => [.. Enum.GetNames<AlertKind>()];

    [Fact]
    public void Compose_APause_ReadsLikeThis()
    {
        var mail = AlertComposer.Compose(State(AlertKind.Paused), Policy.Default, new AlertSample(Latest), World.Deployment).Mail;

        mail.Subject.ShouldBe("PAUSED: marketing, 6.2% hard bounces in 1h (eu-west-1, 123456789012)");
        mail.Text.ShouldBe(
            """
            Configuration set marketing is CRITICAL and was PAUSED. SES refuses its mail until it is resumed.
            2026-11-18 12:00 UTC, account 123456789012, Region eu-west-1

            What to do
            Stop the mailing that causes it and clean its list. Then resume:
              feedback resume marketing --reason "..."
            or with the AWS command line:
              aws sesv2 put-configuration-set-sending-options --configuration-set-name marketing --sending-enabled --region eu-west-1
            or in the console:
              https://eu-west-1.console.aws.amazon.com/ses/home?region=eu-west-1#/configuration-sets/marketing
            Details:
              feedback status marketing

            Why
            77 of 1,240 attempts hard-bounced in 1h (6.2%). Warning is 2%, critical 4%.
              1h: hard bounces 77 of 1,240 = 6.2%
                  complaints 0 of 1,160 = 0%
             24h: hard bounces 81 of 20,500 = 0.3951%
                  complaints 3 of 20,400 = 0.0147%
              7d: hard bounces 300 of 140,000 = 0.2142%
                  complaints 20 of 139,500 = 0.0143%
            Recipient domains: example.org (3), example.com (1), example.net (1)
            Bounce and complaint types: Permanent/General (3), Complaint/abuse (1), Permanent/NoEmail (1)
            Feedback ids:
              feedback-3
              feedback-2
              feedback-1

            """);
    }

    [Fact]
    public void Compose_APauseThatFails_SaysHowToPauseByHand()
    {
        var state = State(AlertKind.PauseFailing) with
        {
            Sending = SendingStatus.Pausing,
            Alert = new PendingAlert(AlertKind.PauseFailing, 6, "SES throttles."),
        };

        Compose(state).Text.ShouldBe(
            """
            Configuration set marketing is CRITICAL and STILL SENDS: SES has not confirmed the pause. Feedback tries again every minute.
            SES throttles.
            2026-11-18 12:00 UTC, account 123456789012, Region eu-west-1

            What to do
            Stop the mailing at its source, and pause by hand:
              feedback pause marketing --reason "..."
            or with the AWS command line:
              aws sesv2 put-configuration-set-sending-options --configuration-set-name marketing --no-sending-enabled --region eu-west-1
            or in the console:
              https://eu-west-1.console.aws.amazon.com/ses/home?region=eu-west-1#/configuration-sets/marketing
            Details:
              feedback status marketing

            Why
            77 of 1,240 attempts hard-bounced in 1h (6.2%). Warning is 2%, critical 4%.
              1h: hard bounces 77 of 1,240 = 6.2%
                  complaints 0 of 1,160 = 0%
             24h: hard bounces 81 of 20,500 = 0.3951%
                  complaints 3 of 20,400 = 0.0147%
              7d: hard bounces 300 of 140,000 = 0.2142%
                  complaints 20 of 139,500 = 0.0143%

            """);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compose_AnyKind_HasShortAsciiLinesAndNoAddress(string kind)
    {
        var mail = Compose(State(Enum.Parse<AlertKind>(kind)));

        mail.Text.ShouldAllBe(c => c == '\n' || (c >= ' ' && c <= '~'));
        mail.Text.Split('\n').ShouldAllBe(line => line.Length <= 160);
        (mail.Subject + mail.Text + mail.Json).ShouldNotContain('@');
        mail.Text.ShouldContain("marketing");
        mail.Text.ShouldContain("What to do");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compose_NothingEverAssessed_StillSaysWhatHappened(string kind)
    {
        var mail = Compose(State(Enum.Parse<AlertKind>(kind)) with { Worst = null, Tallies = [] });

        mail.Text.ShouldContain("marketing");
        mail.Text.ShouldNotContain("\nWhy\n");
    }

    [Theory]
    [InlineData("Paused")]
    [InlineData("StillPaused")]
    [InlineData("PausedByOperator")]
    public void Compose_APausedSet_NamesTheExactCommandThatResumesIt(string kind)
    {
        var mail = Compose(State(Enum.Parse<AlertKind>(kind)));

        mail.Text.ShouldContain("\n  feedback resume marketing --reason \"...\"\n");
        Json(mail).GetProperty("resumeCommand").GetString().ShouldBe("feedback resume marketing --reason \"...\"");
    }

    [Theory]
    [InlineData("Warning")]
    [InlineData("Critical")]
    [InlineData("Held")]
    [InlineData("Recovered")]
    [InlineData("Resumed")]
    public void Compose_ASendingSet_NamesNoCommandToResume(string kind)
    {
        var mail = Compose(State(Enum.Parse<AlertKind>(kind)) with { Sending = SendingStatus.Enabled });

        mail.Text.ShouldNotContain("feedback resume");
        Json(mail).GetProperty("resumeCommand").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("account", "The whole account is CRITICAL. The account itself was not paused.")]
    [InlineData("unattributed", "Mail without a configuration set is CRITICAL. There is no set to pause.")]
    public void Compose_NoConfigurationSet_SaysWhoIsMeant(string entity, string text)
    {
        var mail = Compose(State(AlertKind.Critical) with { Entity = new ReputationEntity(entity), Sending = SendingStatus.Enabled });

        mail.Subject.ShouldBe($"CRITICAL: {entity}, 6.2% hard bounces in 1h (eu-west-1, 123456789012)");
        mail.Text.ShouldStartWith(text);
        Json(mail).GetProperty("configurationSet").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Compose_ComplaintsAreTheReason_NamesTheirThresholds()
    {
        var mail = Compose(State(AlertKind.Warning) with { Worst = new Rate(Signal.Complaint, Window.Parse("24h"), 5, 10_000) });

        mail.Subject.ShouldBe("WARNING: marketing, 0.05% complaints in 24h (eu-west-1, 123456789012)");
        mail.Text.ShouldContain("5 of 10,000 deliveries drew a complaint in 24h (0.05%). Warning is 0.04%, critical 0.08%.");
    }

    [Fact]
    public void Compose_ManyDomains_NamesTheFiveMostHarmful()
    {
        var events = Enumerable.Range(0, 8)
            .SelectMany(i => Enumerable.Repeat(new ReputationEvent(World.Noon, "Permanent/General", $"d{i}.example", $"feedback-{i}"), i + 1))
            .ToList();

        var mail = AlertComposer.Compose(State(AlertKind.Paused), Policy.Default, new AlertSample(events), World.Deployment).Mail;

        mail.Text.ShouldContain("Recipient domains: d7.example (8), d6.example (7), d5.example (6), d4.example (5), d3.example (4)\n");
        Json(mail).GetProperty("feedbackIds").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public void Compose_AnAccountThatIsNotKnown_NamesTheRegionAlone()
    {
        var mail = AlertComposer.Compose(State(AlertKind.Paused), Policy.Default, AlertSample.None, new Deployment(string.Empty, "eu-west-1")).Mail;

        mail.Subject.ShouldEndWith("in 1h (eu-west-1)");
        mail.Text.ShouldContain("\n2026-11-18 12:00 UTC, Region eu-west-1\n");
    }

    [Fact]
    public void Compose_EverySignal_HasItsRateAndThresholdsInTheJson()
    {
        var json = Json(Compose(State(AlertKind.Paused)));
        foreach (var name in Signal.All.Select(signal => JsonNamingPolicy.CamelCase.ConvertName(signal.Name)))
        {
            json.GetProperty($"{name}Thresholds").ValueKind.ShouldBe(JsonValueKind.Object);
            json.GetProperty("windows")[0].GetProperty($"{name}Rate").ValueKind.ShouldBe(JsonValueKind.Number);
        }
    }

    [Fact]
    public void Compose_TheJson_HasNamesThatIntegrationsCanRelyOn()
    {
        var json = Json(AlertComposer.Compose(State(AlertKind.Paused), Policy.Default, new AlertSample(Latest), World.Deployment).Mail);

        json.EnumerateObject().Select(p => p.Name).ShouldBe(
        [
            "kind", "entity", "configurationSet", "accountId", "region", "level", "sending", "mode", "version", "at", "note", "finding",
            "hold", "windows", "bounceThresholds", "complaintThresholds", "sets", "topDomains", "topSubtypes", "feedbackIds", "resumeCommand",
        ]);
        json.GetProperty("windows")[0].EnumerateObject().Select(p => p.Name).ShouldBe(
            ["window", "attempts", "deliveries", "hardBounces", "softBounces", "complaints", "bounceRate", "complaintRate"]);
        json.GetProperty("kind").GetString().ShouldBe("Paused");
        json.GetProperty("level").GetString().ShouldBe("Critical");
        json.GetProperty("version").GetInt64().ShouldBe(6);
        json.GetProperty("at").GetDateTimeOffset().ShouldBe(World.Noon);
        json.GetProperty("bounceThresholds").GetRawText().ShouldBe("""{"warning":0.02,"critical":0.04}""");
        json.GetProperty("topDomains")[0].GetRawText().ShouldBe("""{"name":"example.org","count":3}""");
    }

    [Fact]
    public void Compose_TheAttributes_SayKindLevelAndEntity() =>
        Compose(State(AlertKind.Paused)).Attributes.ShouldBe(
            new Dictionary<string, string> { ["kind"] = "Paused", ["level"] = "Critical", ["entity"] = "marketing" },
            ignoreOrder: true);

    private static JsonElement Json(AlertMail mail) => JsonDocument.Parse(mail.Json).RootElement;
}
