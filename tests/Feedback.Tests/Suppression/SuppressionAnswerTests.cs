using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Suppression;

public sealed class SuppressionAnswerTests
{
    private static readonly DateTimeOffset Noon = World.Noon;
    private static readonly SuppressionEntry Empty = SuppressionEntry.Empty(Sample.Address("ann"));

    [Fact]
    public void Ask_NoEntryOrAnEmptyOne_MaySend()
    {
        SuppressionAnswer.Ask(null, default, Noon).ShouldBeOfType<SuppressionAnswer.MaySend>();
        SuppressionAnswer.Ask(Empty, Set("news"), Noon).ShouldBeOfType<SuppressionAnswer.MaySend>();
    }

    [Theory]
    [InlineData("news", true)]
    [InlineData("receipts", false)]
    [InlineData("*", false)] // mail without a set is no mail of the newsletter
    public void Ask_OptOutOfOneSet_HoldsForThatSet(string scope, bool suppressed)
    {
        var entry = Empty.Seen(SuppressionReason.Unsubscribed, Noon, set: "news");

        SuppressionScope.TryParse(scope, out var asked).ShouldBeTrue();
        (SuppressionAnswer.Ask(entry, asked, Noon) is SuppressionAnswer.Suppressed).ShouldBe(suppressed);
    }

    [Fact]
    public void Ask_HardBounce_HoldsForEverySetAndSaysSo() => SuppressionAnswer
        .Ask(Empty.Seen(SuppressionReason.HardBounce, Noon, set: "news"), Set("receipts"), Noon)
        .ShouldBe(new SuppressionAnswer.Suppressed(SuppressionScope.Everywhere, SuppressionReason.HardBounce, Noon, Until: null));

    [Fact]
    public void Ask_SeveralReasons_NamesTheOneThatLastsLongest()
    {
        var entry = Empty.Seen(SuppressionReason.SesGlobalList, Noon).Seen(SuppressionReason.Unsubscribed, Noon, set: "news");

        SuppressionAnswer.Ask(entry, Set("news"), Noon).ShouldBe(
            new SuppressionAnswer.Suppressed(Set("news"), SuppressionReason.Unsubscribed, Noon, Until: null));
        SuppressionAnswer.Ask(entry, Set("receipts"), Noon).ShouldBe(
            new SuppressionAnswer.Suppressed(SuppressionScope.Everywhere, SuppressionReason.SesGlobalList, Noon, Noon.AddDays(14)));
    }

    [Fact]
    public void Ask_AtTheEnd_MaySendAgain()
    {
        var entry = Empty.Seen(SuppressionReason.SesGlobalList, Noon);

        SuppressionAnswer.Ask(entry, default, Noon.AddDays(14).AddTicks(-1)).ShouldBeOfType<SuppressionAnswer.Suppressed>();
        SuppressionAnswer.Ask(entry, default, Noon.AddDays(14)).ShouldBeOfType<SuppressionAnswer.MaySend>();
    }

    [Fact]
    public void Ask_Allowance_OverridesEverythingWhileItLasts()
    {
        var allowance = new Allowance(Noon, "eve", "customer fixed the mailbox", Noon.AddDays(1));
        var entry = Empty.Seen(SuppressionReason.HardBounce, Noon).Allowed(allowance).Seen(SuppressionReason.Complaint, Noon.AddHours(1));

        SuppressionAnswer.Ask(entry, default, Noon.AddDays(1).AddTicks(-1)).ShouldBe(new SuppressionAnswer.Allowed(allowance));
        SuppressionAnswer.Ask(entry, default, Noon.AddDays(1)).ShouldBeOfType<SuppressionAnswer.Suppressed>();
    }
}
