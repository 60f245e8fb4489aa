using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Alerts.AlertStates;

namespace Feedback.Tests.Alerts;

public sealed class AlertSubjectTests
{
    private static readonly string LongestName = new('m', 64);

    public static TheoryData<string> Kinds => [.. Enum.GetNames<AlertKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_AnyKindAndTheLongestName_HasASubjectThatSnsTakes(string kind)
    {
        foreach (var signal in Signal.All)
        {
            var worst = new Rate(signal, Window.Parse("2160h"), 123_457, 999_999);
            var subject = Compose(State(Enum.Parse<AlertKind>(kind), LongestName) with { Worst = worst }).Subject;

            subject.Length.ShouldBeLessThan(100);
            subject.ShouldAllBe(c => c >= ' ' && c <= '~');
            char.IsAsciiLetter(subject[0]).ShouldBeTrue();
            subject.ShouldContain(LongestName);
        }
    }

    [Fact]
    public void Of_ANameTooLongForTheRegion_KeepsTheReason()
    {
        var subject = Compose(State(AlertKind.Paused, new string('m', 50))).Subject;

        subject.ShouldEndWith("m, 6.2% hard bounces in 1h");
    }

    [Theory]
    [InlineData(9, "PAUSED: mmmmmmmmm, 6.2% hard bounces in 1h (us-east-1, 210987654321)")]
    [InlineData(60, "PAUSED: mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm (us-east-1, 210987654321)")]
    public void Of_ASetOfAnotherAccount_EndsWithThatAccountAndRegion(int length, string expected)
    {
        var member = new MemberAccount("210987654321", "us-east-1");
        var state = State(AlertKind.Paused) with { Entity = ReputationEntity.ConfigurationSet(new string('m', length), member) };

        AlertComposer.Compose(state, Policy.Default, AlertSample.None, World.Deployment.Of(member)).Mail.Subject.ShouldBe(expected);
    }
}
