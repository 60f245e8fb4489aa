using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Tests.Configuration;

public sealed class PolicyReaderTests
{
    [Fact]
    public void Read_NothingOverridden_IsTheDeploymentsPolicy()
    {
        var deployment = Policy.Default with
        {
            Mode = Mode.Observe,
            Bounce = new Thresholds(0.01m, 0.02m, 3, 50),
            PauseAccount = true,
            AlarmTopicArn = "arn:aws:sns:eu-west-1:1:all",
        };

        (PolicyReader.Read(new Dictionary<string, string>(), deployment) with { Windows = deployment.Windows }).ShouldBe(deployment);
    }

    [Fact]
    public void Read_SomeOverridden_KeepsTheRest()
    {
        var policy = Read(("BOUNCE_CRITICAL_PERCENT", "9"), ("MODE", "Observe"), ("ALARM_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:own"));

        policy.Bounce.ShouldBe(new Thresholds(0.02m, 0.09m, 10, 1_000));
        policy.Complaint.ShouldBe(Thresholds.DefaultComplaint);
        policy.Mode.ShouldBe(Mode.Observe);
        policy.AlarmTopicArn.ShouldBe("arn:aws:sns:eu-west-1:123456789012:own");
    }

    [Fact]
    public void Read_ManyProblems_NamesThemAllAtOnce() =>
        Should.Throw<SettingsException>(() => Read(("BOUNCE_CRITICAL", "9"), ("MODE", "on"), ("ALARM_TOPIC_ARN", "somewhere"), ("BOUNCE_WARNING_PERCENT", "5")))
            .Problems.Count.ShouldBe(4);

    [Fact]
    public void Read_EveryName_IsTakenFromTheOverrides() =>
        PolicyReader.Names.ShouldAllBe(name => Problems(name).Any(problem => problem.Contains(name, StringComparison.Ordinal)));

    private static IReadOnlyList<string> Problems(string name) => Should.Throw<SettingsException>(() => Read((name, "?"))).Problems;

    private static Policy Read(params (string Name, string Value)[] overrides) =>
        PolicyReader.Read(overrides.ToDictionary(o => o.Name, o => o.Value), Policy.Default);
}
