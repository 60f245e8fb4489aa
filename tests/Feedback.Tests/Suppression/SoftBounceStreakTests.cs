using System.Globalization;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Feedback.Outcomes.Outcome;

namespace Feedback.Tests.Suppression;

public sealed class SoftBounceStreakTests
{
    /// <summary>s: a soft bounce towards the limit, o: one that does not count (out of office), d: delivered, h: hard bounce.</summary>
    [Theory]
    [InlineData("", 5, null)]
    [InlineData("ssss", 5, null)]
    [InlineData("sssss", 5, 4)]
    [InlineData("ssssss", 5, 5)] // the latest is the cause
    [InlineData("ssssd", 5, null)]
    [InlineData("ssssds", 5, null)]
    [InlineData("ssssdsssss", 5, 9)]
    [InlineData("ssosssh", 5, 5)] // what is neither changes nothing
    [InlineData("ooooo", 5, null)]
    [InlineData("s", 1, 0)]
    [InlineData("sdsdsd", 2, null)]
    [InlineData("sssss", 0, null)] // switched off
    [InlineData("sssss", -1, null)]
    public void Of_AHistory_IsTheLatestRunAsLongAsTheLimit(string history, int limit, int? cause) =>
        SoftBounceStreak.Of(History(history), limit).ShouldBe(cause is { } at ? Cause(at) : null);

    [Fact]
    public void Of_DeliveryBetweenSoftBounces_StartsTheStreakAgain() =>
        SoftBounceStreak.Of(History("ssssdssss"), 5).ShouldBeNull();

    [Fact]
    public void Of_SoftBouncedAndThenDelivered_IsADelivery()
    {
        var retried = Outcome(2, Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit | Evidence.Delivered);

        SoftBounceStreak.Of([.. History("ss"), retried, .. History("   ss")], 3).ShouldBeNull();
    }

    [Fact]
    public void Of_AnyOrderOfTheLedger_IsTheSame() => Prop.ForAll(
        (from text in Gen.Elements('s', 's', 's', 'd', 'o').ListOf()
         from shuffled in Gen.Shuffle(History(string.Concat(text)).ToArray())
         select (string.Concat(text), shuffled)).ToArbitrary(),
        c => SoftBounceStreak.Of(c.shuffled, 3) == SoftBounceStreak.Of(History(c.Item1), 3)).Check(Config.QuickThrowOnFailure);

    private static List<Outcome> History(string history) => history
        .Select((sign, at) => sign switch
        {
            's' => Outcome(at, Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit),
            'o' => Outcome(at, Evidence.SoftBounced),
            'd' => Outcome(at, Evidence.Delivered),
            'h' => Outcome(at, Evidence.HardBounced),
            _ => null,
        })
        .OfType<Outcome>()
        .ToList();

    private static Outcome Outcome(int at, Evidence evidence) =>
        Ledger.Record(null, Sample.Observe(evidence, message: Message(at), occurredAt: World.Noon + TimeSpan.FromHours(at))).Outcome;

    private static SuppressionCause Cause(int at) => new(World.Noon + TimeSpan.FromHours(at), Message(at));

    private static string Message(int at) => string.Create(CultureInfo.InvariantCulture, $"message-{at}");
}
