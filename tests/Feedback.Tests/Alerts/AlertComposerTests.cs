using System.Text.Json;
using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Alerts;

public sealed class AlertComposerTests
{
    private static readonly string LongestName = new('m', 64);

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
        var mail = AlertComposer.Compose(State(AlertKind.Paused), Policy.Default, new AlertSample(Latest), World.Deployment);

        mail.Subject.ShouldBe("PAUSED: marketing 6.2% bounces in 1h");
        mail.Text.ShouldBe(
            """
            Configuration set marketing is CRITICAL and was PAUSED: SES refuses its mail until it is resumed.
            2026-11-18 12:00 UTC, account 123456789012, eu-west-1

            Why
            77 of 1240 attempts bounced hard in 1h (6.2%); warning 2%, critical 4%.
              1h: bounces 77 of 1240 = 6.2%
                  complaints 0 of 1160 = 0%
             24h: bounces 81 of 20500 = 0.3951%
                  complaints 3 of 20400 = 0.0147%
              7d: bounces 300 of 140000 = 0.2142%
                  complaints 20 of 139500 = 0.0143%
            Domains: example.org (3), example.com (1), example.net (1)
            Subtypes: Permanent/General (3), Complaint/abuse (1), Permanent/NoEmail (1)
            Feedback ids:
              feedback-3
              feedback-2
              feedback-1

            What to do
            Stop the mailing that causes it and clean its list. Then:
              feedback resume marketing --reason "..."
            More: feedback status

            """);
    }

    [Fact]
    public void Compose_APauseThatFails_SaysHowToPauseByHand()
    {
        var alert = new PendingAlert(AlertKind.PauseFailing, 6, "SES throttles.");
        var state = State(AlertKind.PauseFailing) with { Sending = SendingStatus.Pausing, Alert = alert };

        Compose(state).Text.ShouldBe(
            """
            Configuration set marketing is CRITICAL and STILL SENDS: SES does not confirm the pause. Feedback goes on trying every minute.
            2026-11-18 12:00 UTC, account 123456789012, eu-west-1
            SES throttles.

            Why
            77 of 1240 attempts bounced hard in 1h (6.2%); warning 2%, critical 4%.
              1h: bounces 77 of 1240 = 6.2%
                  complaints 0 of 1160 = 0%
             24h: bounces 81 of 20500 = 0.3951%
                  complaints 3 of 20400 = 0.0147%
              7d: bounces 300 of 140000 = 0.2142%
                  complaints 20 of 139500 = 0.0143%

            What to do
            Pause it by hand if SES lets you:
              aws sesv2 put-configuration-set-sending-options --configuration-set-name marketing --no-sending-enabled

            """);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compose_AnyKindAndTheLongestName_HasASubjectThatSnsTakes(string kind)
    {
        foreach (var signal in Enum.GetValues<Signal>())
        {
            var worst = new Rate(signal, Window.Parse("2160h"), 123_457, 999_999);
            var subject = Compose(State(Enum.Parse<AlertKind>(kind), LongestName) with { Worst = worst }).Subject;

            subject.Length.ShouldBeLessThan(100);
            subject.ShouldAllBe(c => c >= ' ' && c <= '~');
            char.IsAsciiLetter(subject[0]).ShouldBeTrue();
            subject.ShouldContain(LongestName);
        }
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
    [InlineData("AlreadyPaused")]
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
    [InlineData("account", "CRITICAL: account 6.2% bounces in 1h", "The whole account is CRITICAL. The account itself is not paused.")]
    [InlineData("unattributed", "CRITICAL: unattributed 6.2% bounces in 1h", "Mail without a configuration set is CRITICAL. There is no set to pause.")]
    public void Compose_NoConfigurationSet_SaysWhoIsMeant(string entity, string line, string text)
    {
        var mail = Compose(State(AlertKind.Critical) with { Entity = new ReputationEntity(entity), Sending = SendingStatus.Enabled });

        mail.Subject.ShouldBe(line);
        mail.Text.ShouldStartWith(text);
        Json(mail).GetProperty("configurationSet").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Compose_ComplaintsAreTheReason_NamesTheirThresholds()
    {
        var mail = Compose(State(AlertKind.Warning) with { Worst = new Rate(Signal.Complaint, Window.Parse("24h"), 5, 10_000) });

        mail.Subject.ShouldBe("WARNING: marketing 0.05% complaints in 24h");
        mail.Text.ShouldContain("5 of 10000 deliveries drew a complaint in 24h (0.05%); warning 0.04%, critical 0.08%.");
    }

    [Fact]
    public void Compose_ManyDomains_NamesTheFiveMostHarmful()
    {
        var events = Enumerable.Range(0, 8)
            .SelectMany(i => Enumerable.Repeat(new ReputationEvent(World.Noon, "Permanent/General", $"d{i}.example", $"feedback-{i}"), i + 1)).ToList();

        var mail = AlertComposer.Compose(State(AlertKind.Paused), Policy.Default, new AlertSample(events), World.Deployment);

        mail.Text.ShouldContain("Domains: d7.example (8), d6.example (7), d5.example (6), d4.example (5), d3.example (4)\n");
        Json(mail).GetProperty("feedbackIds").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public void Compose_TheJson_HasNamesThatIntegrationsCanRelyOn()
    {
        var json = Json(AlertComposer.Compose(State(AlertKind.Paused), Policy.Default, new AlertSample(Latest), World.Deployment));

        json.EnumerateObject().Select(p => p.Name).ShouldBe(
        [
            "kind", "entity", "configurationSet", "accountId", "region", "level", "sending", "mode", "version", "at", "note", "finding",
            "windows", "bounceThresholds", "complaintThresholds", "sets", "topDomains", "topSubtypes", "feedbackIds", "resumeCommand",
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

    private static AlertMail Compose(EntityState state) => AlertComposer.Compose(state, Policy.Default, AlertSample.None, World.Deployment);

    private static EntityState State(AlertKind kind, string name = World.SetName) => EntityState.New(ReputationEntity.ConfigurationSet(name)) with
    {
        Version = 6,
        Level = Level.Critical,
        Sending = SendingStatus.Paused,
        PausedAt = World.Noon,
        ChangedAt = World.Noon,
        Alert = new PendingAlert(kind, Version: 6),
        Worst = new Rate(Signal.Bounce, Window.Parse("1h"), 77, 1_240),
        Tallies =
        [
            new WindowTally(Window.Parse("1h"), new Tally(1_240, 1_160, 77, 3, 0)),
            new WindowTally(Window.Parse("24h"), new Tally(20_500, 20_400, 81, 19, 3)),
            new WindowTally(Window.Parse("7d"), new Tally(140_000, 139_500, 300, 200, 20)),
        ],
    };
}
