using Feedback.Deciding;
using Feedback.Reputation;
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
}
