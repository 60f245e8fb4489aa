using Feedback.Cli.SecondDetector;
using Feedback.Reputation;

namespace Feedback.Tests.Cli.SecondDetector;

public sealed class AlarmReviewTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:SesAlarmTopic";

    private static readonly SetAlarm Wanted = SetAlarm.Wanted("news", Policy.Default, Topic)[0];

    [Fact]
    public void Flaws_OfTheAlarmThatIsWanted_AreNone() => AlarmReview.Flaws(Wanted, Wanted).ShouldBeEmpty();

    public static TheoryData<string, string> Defects => new()
    {
        { "off", "Its actions are off." },
        { "topic", "It does not tell AlarmFunction when it begins." },
        { "ok", "It does not tell AlarmFunction when it is over." },
        { "lower", "Its threshold is 3%, and the critical rate of the policy 4%." },
        { "higher", "Its threshold is 5%, and the critical rate of the policy 4%." },
        { "period", "Its evaluation was changed by hand." },
        { "ignore", "Its evaluation was changed by hand." },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void Flaws_OfOursThatDiffers_NameTheDifference(string defect, string flaw)
    {
        AlarmReview.Flaws(Broken(defect), Wanted).ShouldBe([flaw]);
        AlarmReview.IsDone([Broken(defect)], Wanted).ShouldBeFalse();
        AlarmReview.IsDone([Broken(defect), Wanted with { Name = "by-hand" }], Wanted).ShouldBeTrue();
    }

    [Theory]
    [InlineData("LessThanThreshold", "notBreaching", "It does not compare with an upper threshold.")]
    [InlineData("GreaterThanThreshold", "breaching", "It treats missing data as breaching.")]
    public void Flaws_OfAnAlarmThatAlarmFunctionIgnores_SayWhy(string comparison, string missing, string flaw) =>
        AlarmReview.Flaws(Wanted with { Name = "by-hand", Comparison = comparison, MissingData = missing }, Wanted).ShouldBe([flaw]);

    /// <summary>AlarmFunction acts on it, so what its author chose is left alone.</summary>
    [Theory]
    [InlineData("higher")]
    [InlineData("period")]
    [InlineData("ignore")]
    public void Flaws_OfAnAlarmOfAnotherNameThatWorks_AreNone(string difference) =>
        AlarmReview.Flaws(Broken(difference) with { Name = "by-hand" }, Wanted).ShouldBeEmpty();

    [Theory]
    [InlineData("off")]
    [InlineData("topic")]
    [InlineData("ok")]
    [InlineData("lower")]
    public void Flaws_OfAnAlarmOfAnotherNameThatDoesNotWork_AreFound(string difference) =>
        AlarmReview.Flaws(Broken(difference) with { Name = "by-hand" }, Wanted).ShouldHaveSingleItem();

    [Fact]
    public void IsDone_AlarmsOfAnotherSetOrRate_AreNoSubstitute() =>
        AlarmReview.IsDone([Wanted with { ConfigurationSet = "other" }, Wanted with { Signal = Signal.Complaint }], Wanted).ShouldBeFalse();

    [Fact]
    public void Meant_SeveralAlarms_IsOursOrElseOneThatTellsAlarmFunction()
    {
        var theirs = Wanted with { Name = "mail-me", Topics = ["arn:mail"], OkTopics = [] };
        var byHand = Broken("lower") with { Name = "by-hand" };

        AlarmReview.Meant([theirs], Wanted).ShouldBeNull();
        AlarmReview.Meant([theirs, byHand], Wanted).ShouldBe(byHand);
        AlarmReview.Meant([theirs, byHand, Broken("off")], Wanted).ShouldBe(Broken("off"));
    }

    /// <summary>A deployment whose own alarms could not be found.</summary>
    [Fact]
    public void Flaws_TheTopicIsNotKnown_AnyTopicWillDo()
    {
        var unknown = SetAlarm.Wanted("news", Policy.Default, topic: null)[0];

        AlarmReview.Flaws(Wanted, unknown).ShouldBeEmpty();
        AlarmReview.Flaws(Broken("ok") with { OkTopics = [] }, unknown).ShouldHaveSingleItem();
    }

    private static SetAlarm Broken(string defect) => defect switch
    {
        "off" => Wanted with { ActionsEnabled = false },
        "topic" => Wanted with { Topics = Another },
        "ok" => Wanted with { OkTopics = Another },
        "lower" => Wanted with { Threshold = 0.03m },
        "higher" => Wanted with { Threshold = 0.05m },
        "period" => Wanted with { Period = 300 },
        _ => Wanted with { MissingData = "ignore" },
    };

    private static IReadOnlyList<string> Another { get; } = ["arn:another"];
}
