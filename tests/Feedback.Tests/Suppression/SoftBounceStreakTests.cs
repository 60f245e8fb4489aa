using System.Globalization;
using System.Runtime.CompilerServices;
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
    [InlineData("sssssd", 5, null)] // a later delivery ends the run
    [InlineData("sssssdssss", 5, null)]
    [InlineData("sssssdd", 5, null)]
    [InlineData("dsssss", 5, 5)]
    [InlineData("ddsddsssss", 5, 9)]
    [InlineData("ooooo", 5, null)]
    [InlineData("s", 1, 0)]
    [InlineData("sdsdsd", 2, null)]
    [InlineData("sssss", 0, null)] // switched off
    [InlineData("sssss", -1, null)]
    public void Cause_AHistory_IsThePresentRunIfAsLongAsTheLimit(string history, int limit, int? cause) =>
        Of(History(history), limit).ShouldBe(cause is { } at ? Cause(at) : null);

    [Fact]
    public void Cause_DeliveryBetweenSoftBounces_StartsTheStreakAgain() =>
        Of(History("ssssdssss"), 5).ShouldBeNull();

    [Fact]
    public void Cause_SoftBouncedAndThenDelivered_IsADelivery()
    {
        var retried = Outcome(2, Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit | Evidence.Delivered);

        Of([.. History("ss"), retried, .. History("   ss")], 3).ShouldBeNull();
    }

    [Fact]
    public void Cause_AnyOrderOfTheLedger_IsTheSame() => Prop.ForAll(
        (from text in Gen.Elements('s', 's', 's', 'd', 'o').ListOf()
         from shuffled in Gen.Shuffle(History(string.Concat(text)).ToArray())
         select (string.Concat(text), shuffled)).ToArbitrary(),
        c => Of(c.shuffled, 3) == Of(History(c.Item1), 3)).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("a", "b", true)] // the message ids decide, so that the order of reading doesn't
    [InlineData("b", "a", false)]
    public void Cause_DeliveryAndSoftBounceAtTheSameTime_AreInTheOrderOfTheirMessages(string delivered, string bounced, bool suppresses)
    {
        Outcome[] outcomes =
        [
            Ledger.Record(null, Sample.Observe(Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit, message: bounced, occurredAt: World.Noon)),
            Ledger.Record(null, Sample.Observe(Evidence.Delivered, message: delivered, occurredAt: World.Noon)),
        ];

        (Of(outcomes, 1) is not null).ShouldBe(suppresses);
        (Of(outcomes.Reverse(), 1) is not null).ShouldBe(suppresses);
    }

    [Fact]
    public void Cause_ManyMails_RemembersNoMoreThanTheLimit()
    {
        var streak = new SoftBounceStreak(5);
        var messageIds = AddSoftBounces(streak, 2_000);

        GC.Collect();

        // Whether a message id is still held says what the streak remembers; the size of the heap would tell of the other tests as well.
        messageIds.Count(id => id.IsAlive).ShouldBeInRange(1, 10);
        streak.Cause.ShouldNotBeNull().MessageId.ShouldBe(Message(1_999));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> AddSoftBounces(SoftBounceStreak streak, int count)
    {
        var outcome = Outcome(0, Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit);
        List<WeakReference> messageIds = [];
        for (var i = 0; i < count; i++)
        {
            var messageId = Message(i);
            messageIds.Add(new WeakReference(messageId));
            streak.Add(outcome with { Key = outcome.Key with { MessageId = messageId }, SoftBouncedAt = World.Noon.AddSeconds(i) });
        }

        return messageIds;
    }

    private static SuppressionEvent? Of(IEnumerable<Outcome> outcomes, int limit)
    {
        var streak = new SoftBounceStreak(limit);
        foreach (var outcome in outcomes)
        {
            streak.Add(outcome);
        }

        return streak.Cause;
    }

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
        Ledger.Record(null, Sample.Observe(evidence, message: Message(at), occurredAt: World.Noon + TimeSpan.FromHours(at)));

    private static SuppressionEvent Cause(int at) => new(World.Noon + TimeSpan.FromHours(at), Message(at), ConfigurationSet: World.SetName);

    private static string Message(int at) => string.Create(CultureInfo.InvariantCulture, $"message-{at}");
}
