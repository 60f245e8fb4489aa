using Feedback.Cli.Doctor;
using Feedback.Cli.Doctor.Checks;
using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Tests.Cli.Doctor;

public sealed class AlarmTopicCheckTests
{
    private static readonly Subscription Confirmed = new("email", "oncall@example.com", "arn:sub", Raw: null);
    private static readonly Subscription Pending = new("email", "second@example.com", Arn: null, Raw: null);

    [Fact]
    public void Judge_NoSubscription_IsAnError() => Findings([]).ShouldHaveSingleItem().Problem.ShouldBe("Nothing is subscribed to the topic of the alerts.");

    [Fact]
    public void Judge_OnlyUnconfirmedOnes_IsAnError() => Findings([Pending]).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);

    [Fact]
    public void Judge_AnUnconfirmedOneBesideAnother_IsAWarningThatNamesIt()
    {
        var finding = Findings([Confirmed, Pending]).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Problem.ShouldBe("The subscription of second@example.com is not confirmed.");
    }

    [Fact]
    public void Judge_NoTopic_IsAnError() =>
        Judge(Healthy.SetUp.AlarmTopic! with { Exists = false, Subscriptions = null }).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);

    [Fact]
    public void Judge_SubscriptionsThatCouldNotBeRead_FindsNothing() => Judge(Healthy.SetUp.AlarmTopic! with { Subscriptions = null }).ShouldBeEmpty();

    private static List<Finding> Findings(IReadOnlyList<Subscription> subscriptions) => Judge(Healthy.SetUp.AlarmTopic! with { Subscriptions = subscriptions });

    private static List<Finding> Judge(Topic topic) => [.. new AlarmTopicCheck().Judge(Healthy.SetUp with { Topics = [topic] })];
}
