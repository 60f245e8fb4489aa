using Feedback.Cli.Doctor;
using Feedback.Cli.Doctor.Checks;
using Feedback.Cli.Doctor.SetUps;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Tests.Cli.Doctor;

public sealed class ChecksTests
{
    private static readonly IReadOnlyList<FeedbackKind> Kinds = Routes.Kinds;

    [Fact]
    public void Judge_AHealthySetUp_FindsNothing() => Findings(Healthy.SetUp).ShouldBeEmpty();

    [Theory]
    [InlineData(61)]
    [InlineData(-61)]
    public void Judge_AClockThatIsOff_IsAnError(int seconds) =>
        Only(Healthy.SetUp with { ClockAhead = TimeSpan.FromSeconds(seconds) }).ShouldBe((Severity.Error, "clock", "this machine"));

    [Theory]
    [InlineData(true, false, "HEALTHY", Severity.Warning, "sandbox")]
    [InlineData(false, true, "HEALTHY", Severity.Warning, "account-sending")]
    [InlineData(true, true, "PROBATION", Severity.Error, "account-enforcement")]
    internal void Judge_AnAccountThatIsRestricted_IsFound(bool sends, bool production, string status, Severity severity, string check) =>
        Only(Healthy.SetUp with { Account = new SesAccount(sends, production, status) }).ShouldBe((severity, check, "account"));

    [Theory]
    [InlineData(FeedbackKind.Bounce, "none of its bounces")]
    [InlineData(FeedbackKind.Complaint, "none of its complaints")]
    [InlineData(FeedbackKind.Delivery, "rates lack what was delivered")]
    internal void Judge_NoDestinationForAType_IsAnErrorWithTheCommand(FeedbackKind kind, string meaning)
    {
        var setUp = Healthy.Publishing([.. Kinds.Where(other => other != kind).Select(Healthy.Destination)]);

        var finding = Findings(setUp).ShouldHaveSingleItem();

        (finding.Severity, finding.Check, finding.About).ShouldBe((Severity.Error, "event-destinations", Healthy.Set));
        finding.Meaning.ShouldContain(meaning);
        finding.Remedy.ShouldContain($"MatchingEventTypes={kind.ToString().ToUpperInvariant()},SnsDestination={{TopicArn={Healthy.Prefix}{kind}}}");
    }

    [Fact]
    public void Judge_ADisabledDestination_NamesIt()
    {
        var off = Healthy.Destination(FeedbackKind.Bounce) with { Enabled = false };

        var finding = Findings(Healthy.Publishing(off, Healthy.Destination(FeedbackKind.Complaint), Healthy.Destination(FeedbackKind.Delivery)))
            .ShouldHaveSingleItem();

        finding.Problem.ShouldBe("Its event destination to-Bounce, which gets BOUNCE events, is disabled.");
        finding.Remedy.ShouldContain("to-Bounce");
    }

    [Fact]
    public void Judge_ADestinationElsewhere_NamesIt()
    {
        var elsewhere = Healthy.Destination(FeedbackKind.Bounce) with { Target = null };

        Findings(Healthy.Publishing(elsewhere, Healthy.Destination(FeedbackKind.Complaint), Healthy.Destination(FeedbackKind.Delivery)))
            .ShouldHaveSingleItem().Problem.ShouldContain("neither an SNS topic nor EventBridge");
    }

    [Fact]
    public void Judge_EventsThroughEventBridge_NeedAQueueThatTakesThem()
    {
        const string Bus = "arn:aws:events:eu-west-1:123456789012:event-bus/default";
        const string Open = """{"Statement":{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage"}}""";
        var setUp = Healthy.Publishing(
            Healthy.Destination(FeedbackKind.Bounce) with { Target = Bus },
            Healthy.Destination(FeedbackKind.Complaint),
            Healthy.Destination(FeedbackKind.Delivery));

        Only(setUp).ShouldBe((Severity.Error, "event-bridge", Healthy.Set));

        var queues = setUp.Queues.Select(queue => queue.Kind == FeedbackKind.Bounce ? queue with { Policy = new AccessPolicy(Open) } : queue);
        Only(setUp with { Queues = [.. queues] }).ShouldBe((Severity.Error, "queue-policy", "BounceQueue"));
    }

    [Fact]
    public void Judge_ATopicThatIsGone_IsAnError() =>
        Only(Healthy.BounceTopic(topic => topic with { Exists = false, Policy = null, Subscriptions = null })).ShouldBe((Severity.Error, "topics", "Bounce"));

    [Fact]
    public void Judge_AQueueThatIsNotSubscribed_IsAnErrorWithTheCommand()
    {
        var finding = Findings(Healthy.BounceTopic(topic => topic with { Subscriptions = [] })).ShouldHaveSingleItem();

        (finding.Check, finding.About, finding.Problem).ShouldBe(("topics", "Bounce", "The queue BounceQueue is not subscribed to it."));
        finding.Remedy.ShouldStartWith($"aws sns subscribe --topic-arn {Healthy.Prefix}Bounce --protocol sqs");
    }

    [Fact]
    public void Judge_ASetWithASecondTopicOfItsOwn_IsFine()
    {
        var own = Healthy.Topic(FeedbackKind.Bounce) with { Arn = Healthy.Prefix + "own", Subscriptions = [] };
        var setUp = Healthy.Publishing([.. Kinds.Select(Healthy.Destination), Healthy.Destination(FeedbackKind.Bounce) with { Target = own.Arn }]);

        Findings(setUp with { Topics = [.. setUp.Topics, own] }).ShouldBeEmpty();
    }

    [Fact]
    public void Judge_ASubscriptionThatIsNotConfirmed_IsAnError() =>
        Only(Healthy.BounceTopic(topic => topic with { Subscriptions = [topic.Subscriptions![0] with { Arn = null }] }))
            .ShouldBe((Severity.Error, "subscriptions", "Bounce"));

    [Fact]
    public void Judge_ATopicThatSesMayNotPublishTo_IsAnError() =>
        Only(Healthy.BounceTopic(topic => topic with { Policy = new AccessPolicy("""{"Statement":[]}""") }))
            .ShouldBe((Severity.Error, "topic-policy", "Bounce"));

    [Fact]
    public void Judge_AQueueThatItsTopicMayNotSendTo_IsAnError() =>
        Only(Healthy.OneQueue(FeedbackKind.Complaint, queue => queue with { Policy = null })).ShouldBe((Severity.Error, "queue-policy", "ComplaintQueue"));

    [Fact]
    public void Judge_AQueueWithoutDeadLetterQueue_IsAWarning() =>
        Only(Healthy.OneQueue(FeedbackKind.Bounce, queue => queue with { HasDeadLetterQueue = false, DeadLetters = null }))
            .ShouldBe((Severity.Warning, "dead-letters", "BounceQueue"));

    [Theory]
    [InlineData(FeedbackKind.Bounce, Severity.Warning)]
    [InlineData(FeedbackKind.Delivery, Severity.Error)]
    internal void Judge_DeadLetters_AreFound(FeedbackKind kind, Severity severity) =>
        Only(Healthy.OneQueue(kind, queue => queue with { DeadLetters = 3 })).ShouldBe((severity, "dead-letters", $"{kind}Queue"));

    [Fact]
    public void Judge_DeliveriesThatNoFunctionFetches_AreAnError() =>
        Only(Healthy.OneQueue(FeedbackKind.Delivery, queue => queue with { Waiting = 812 })).ShouldBe((Severity.Error, "functions", "DeliveryFunction"));

    [Fact]
    public void Judge_WorkThatTheSweepLeftUndone_IsAnError()
    {
        var due = Healthy.SetUp.Now - SweepCheck.Patience;

        Only(Healthy.SetUp with { DueWork = [Work(due - TimeSpan.FromTicks(1))] }).ShouldBe((Severity.Error, "functions", "ReputationFunction"));
        Findings(Healthy.SetUp with { DueWork = [Work(due)] }).ShouldBeEmpty();

        static WorkItem Work(DateTimeOffset dueAt) => WorkItem.Unlisted(ReputationEntity.ConfigurationSet(Healthy.Set), dueAt);
    }

    [Fact]
    public void Judge_AnAlarmThatIsOn_IsAnError() =>
        Only(Healthy.SetUp with { Alarms = [Healthy.SetUp.Alarms![0] with { IsOn = true }, .. Healthy.SetUp.Alarms.Skip(1)] })
            .ShouldBe((Severity.Error, "alarms", "SweepStoppedAlarm"));

    [Fact]
    public void Judge_NoAlarmThatTellsOnCall_IsAWarning() =>
        Only(Healthy.SetUp with { Alarms = [.. Healthy.SetUp.Alarms!.Skip(2)] }).ShouldBe((Severity.Warning, "alarms", "CloudWatch"));

    [Fact]
    public void Judge_NoAlarmsOfSesOwnRates_IsANote() =>
        Only(Healthy.SetUp with { Alarms = [.. Healthy.SetUp.Alarms!.Take(3)] }).ShouldBe((Severity.Info, "second-detector", Healthy.Set));

    [Fact]
    public void Judge_AlarmsThatAlarmFunctionIgnores_AreWarningsWithTheCommand()
    {
        var findings = Findings(Healthy.SetAlarms(alarm => alarm with { Threshold = alarm.Threshold / 2 }));

        findings.Select(finding => (finding.Severity, finding.Check, finding.About)).ShouldBe(
        [
            (Severity.Warning, "second-detector", $"feedback-ses-bounce-rate-{Healthy.Set}"),
            (Severity.Warning, "second-detector", $"feedback-ses-complaint-rate-{Healthy.Set}"),
        ]);
        findings[0].Remedy.ShouldBe($"feedback wire {Healthy.Set} --stack NAME");
    }

    [Fact]
    public void Judge_AlarmsThatTellAnotherTopic_AreWarnings() =>
        Findings(Healthy.SetAlarms(alarm => alarm with { Topics = ["arn:another"] })).Select(finding => finding.Problem)
            .ShouldAllBe(problem => problem == "It does not tell AlarmFunction when it begins.");

    /// <summary>The alarms may be right by a policy that could not be read.</summary>
    [Fact]
    public void Judge_AlarmsOfASetWhosePolicyIsNotKnown_AreNotJudged() =>
        Findings(Healthy.SetAlarms(alarm => alarm with { Threshold = 0.001m }) with { SetPolicies = new Dictionary<string, Policy>() }).ShouldBeEmpty();

    [Fact]
    public void Judge_AlarmsOfASetThatIsGone_AreANote() =>
        Findings(Healthy.SetUp with { SetNames = [], Sets = [], OwnPolicies = [] }).ShouldHaveSingleItem().Remedy
            .ShouldBe($"feedback wire {Healthy.Set} --stack NAME");

    [Fact]
    public void Judge_ReputationMetricsOff_IsAWarning() =>
        Only(Healthy.SetUp with { Sets = [Healthy.SetUp.Sets[0] with { ReputationMetrics = false }] })
            .ShouldBe((Severity.Warning, "reputation-metrics", Healthy.Set));

    [Theory]
    [InlineData(null)]
    [InlineData("Expires")]
    public void Judge_ATableWithoutExpiry_IsAWarning(string? attribute) =>
        Only(Healthy.SetUp with { Tables = [new Table("outcomes", attribute)] }).ShouldBe((Severity.Warning, "ttl", "outcomes"));

    [Fact]
    public void Judge_APolicyOfASetThatSesDoesNotKnow_IsAWarningWithTheCommand()
    {
        var finding = Findings(Healthy.SetUp with { OwnPolicies = [ReputationEntity.ConfigurationSet("newz")] }).ShouldHaveSingleItem();

        (finding.Severity, finding.Check, finding.Remedy).ShouldBe((Severity.Warning, "policies", "feedback policy clear newz"));
    }

    [Fact]
    public void Judge_RawDeliveryOff_IsANote() =>
        Only(Healthy.BounceTopic(topic => topic with { Subscriptions = [topic.Subscriptions![0] with { Raw = false }] }))
            .ShouldBe((Severity.Info, "raw-delivery", "Bounce"));

    [Fact]
    public void Judge_MailThatCameInBothFormats_IsANote()
    {
        Only(Healthy.SetUp with { InBothFormats = [ReputationEntity.ConfigurationSet(Healthy.Set)] }).ShouldBe((Severity.Info, "both-formats", Healthy.Set));
        Findings(Healthy.SetUp with { InBothFormats = [ReputationEntity.ConfigurationSet("another")] }).ShouldBeEmpty();
    }

    [Fact]
    public void Judge_PartsThatCouldNotBeRead_NamesThePermissionOnce()
    {
        Unread[] unread = [new("ses:GetConfigurationSet", "a", Denied: true, "no"), new("ses:GetConfigurationSet", "b", Denied: true, "no")];

        var finding = Findings(Healthy.SetUp with { Unread = unread }).ShouldHaveSingleItem();

        (finding.Severity, finding.About, finding.Problem)
            .ShouldBe((Severity.Warning, "a and 1 more", "Could not be checked: your AWS login lacks ses:GetConfigurationSet."));
    }

    private static List<Finding> Findings(SetUp setUp) => [.. AllChecks.Checks.SelectMany(check => check.Judge(setUp))];

    private static (Severity Severity, string Check, string About) Only(SetUp setUp)
    {
        var finding = Findings(setUp).ShouldHaveSingleItem();
        finding.Problem.ShouldNotBeEmpty();
        finding.Remedy.ShouldNotBeEmpty();
        return (finding.Severity, finding.Check, finding.About);
    }
}
