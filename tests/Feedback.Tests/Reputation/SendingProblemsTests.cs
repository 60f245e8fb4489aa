using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Feedback.Tests.Notifications;

namespace Feedback.Tests.Reputation;

/// <summary>Rejects, rendering failures and delays are counted beside the rates, and never in them.</summary>
public sealed class SendingProblemsTests
{
    public static TheoryData<string> Problems => [nameof(Evidence.Rejected), nameof(Evidence.RenderingFailed), nameof(Evidence.Delayed)];

    [Theory]
    [MemberData(nameof(Problems))]
    public void Tally_OfAProblem_CountsItAndNothingElse(string name)
    {
        var tally = Tally.Of(Enum.Parse<Evidence>(name));

        (tally.Problems.Rejects + tally.Problems.RenderingFailures + tally.Problems.Delays).ShouldBe(1);
        (tally with { Problems = default }).ShouldBe(Tally.Zero);
        (tally + -tally).ShouldBe(Tally.Zero);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Suppression_OfAProblem_IsNone(string name) => SuppressionReasons.Of(Enum.Parse<Evidence>(name)).ShouldBeEmpty();

    [Fact]
    public void Sum_OfAWindow_LeavesProblemsOut()
    {
        var counted = new Tally(3, 2, 1, 0, 0) { Problems = new SendingProblems(4, 5, 6) };

        WindowTally.Sum([Window.Parse("1h")], [(Bucket.Of(World.Noon), counted)], World.Noon, countFrom: null)
            .ShouldHaveSingleItem().Tally.ShouldBe(new Tally(3, 2, 1, 0, 0));
    }

    /// <summary>Otherwise the delivery that follows would cancel the transaction of a hundred others.</summary>
    [Fact]
    public void Key_OfADelay_IsAnotherThanThatOfItsMail()
    {
        var delay = Key(SesJson.DeliveryDelay().Event());
        var delivery = Key(SesJson.Delivery().Event());

        delay.RecipientHash.ShouldBe(delivery.RecipientHash);
        delay.MessageId.ShouldBe(delivery.MessageId + "/delay");
        Key(SesJson.Reject().Event()).MessageId.ShouldBe(delivery.MessageId);
    }

    private static OutcomeKey Key(FeedbackEvent feedback) => Observation.Of(feedback, Attribution.None, feedback.SentAt).ShouldHaveSingleItem().Key;
}
