using Feedback.Deciding.Lag;

namespace Feedback.Tests.Deciding.Lag;

public sealed class DeliveryProgressTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Begin_ABatch_IsInFlightFromItsOldestMessage() =>
        new DeliveryProgress("a").Begin(Sent(30, 50, 40), Now).InFlight
            .ShouldBe(new DeliverySpan(3, Now.AddSeconds(-50), Now + DeliverySpan.Settling));

    [Theory]
    [InlineData(null, 50)]
    [InlineData(40, 40)] // an earlier batch was further: this one was redelivered
    [InlineData(60, 50)]
    public void End_ABatch_MovesTheFrontierToItsOldestMessageAndNeverBack(int? before, int expected)
    {
        var progress = new DeliveryProgress("a") { Frontier = before is { } seconds ? Now.AddSeconds(-seconds) : null };

        var done = progress.Begin(Sent(30, 50), Now).End(Sent(30, 50), failed: [], Now);

        done.ShouldBe(new DeliveryProgress("a") { Frontier = Now.AddSeconds(-expected) });
    }

    [Fact]
    public void End_MessagesFailed_AreMissingUntilTheyAreHandedOutAgain() =>
        new DeliveryProgress("a").End(Sent(30, 50, 40), failed: Sent(30, 40), Now).Failed
            .ShouldBe(new DeliverySpan(2, Now.AddSeconds(-40), Now + DeliverySpan.Settling));

    [Theory]
    [InlineData(90, 1, 3, 90)]
    [InlineData(40, 1, 3, 50)] // between the two that fail now
    [InlineData(90, 0, 2, 50)]
    public void End_MessagesFailedBeforeToo_AddUpUntilTheyAreHandedOutAgain(int secondsAgo, int secondsLeft, long expected, int oldest)
    {
        var progress = new DeliveryProgress("a") { Failed = new DeliverySpan(1, Now.AddSeconds(-secondsAgo), Now.AddSeconds(secondsLeft)) };

        var failed = progress.End(Sent(30, 50), failed: Sent(30, 50), Now).Failed!;

        failed.Count.ShouldBe(expected);
        failed.SentFrom.ShouldBe(Now.AddSeconds(-oldest));
    }

    private static List<DateTimeOffset> Sent(params int[] secondsAgo) => [.. secondsAgo.Select(seconds => Now.AddSeconds(-seconds))];
}
