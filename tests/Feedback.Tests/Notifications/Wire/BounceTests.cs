using Feedback.Notifications;
using static Feedback.Notifications.Evidence;

namespace Feedback.Tests.Notifications.Wire;

public sealed class BounceTests
{
    [Fact]
    public void Read_ManyRecipients_CountsEveryOneOfThem()
    {
        var feedback = SesJson.Bounce(
            recipients: """[{"emailAddress":"a@example.org"},{"emailAddress":"b@example.org"},{"emailAddress":"c@example.org"}]""").Event();

        feedback.Recipients.Select(one => one.Recipient.Value).ShouldBe(["a@example.org", "b@example.org", "c@example.org"]);
        feedback.Recipients.ShouldAllBe(one => one.Evidence == HardBounced);
    }

    [Fact]
    public void Read_DestinationThatDidNotBounce_IsNotTouched() =>
        SesJson.Bounce().Event().Recipients.ShouldHaveSingleItem().Recipient.Value.ShouldBe("ann@example.org");

    [Theory]
    [InlineData(""" "action":"failed","status":"5.1.1" """, HardBounced)]
    [InlineData(""" "action":"delayed","status":"4.4.7" """, SoftBounced)]
    [InlineData(""" "action":"delayed" """, SoftBounced)]
    [InlineData(""" "action":"failed","status":"4.4.7" """, SoftBounced)]
    [InlineData(""" "action":null,"status":null """, HardBounced)]
    [InlineData(""" "diagnosticCode":"smtp; 550 user unknown" """, HardBounced)]
    public void Read_PermanentBounce_EvaluatesEachRecipient(string details, object expected)
    {
        var feedback = SesJson.Bounce(
            recipients: $$"""[{"emailAddress":"a@example.org",{{details}}},{"emailAddress":"b@example.org","action":"failed","status":"5.0.0"}]""").Event();

        feedback.Recipients.Select(one => one.Evidence).ShouldBe([(Evidence)expected, HardBounced]);
    }

    [Fact]
    public void Read_DelayedRecipientOfASuppressionList_StaysNeverAttempted() =>
        SesJson.Bounce("Permanent", "OnAccountSuppressionList", """[{"emailAddress":"a@example.org","status":"4.0.0"}]""").Evidence().ShouldBe(OnAccountList);

    [Fact]
    public void Read_SameRecipientTwice_MergesTheEvidence() =>
        SesJson.Bounce(recipients: """[{"emailAddress":"Ann@Example.org","status":"4.2.2"},{"emailAddress":"Ann <ann@example.org>","status":"5.1.1"}]""")
            .Evidence().ShouldBe(SoftBounced | HardBounced);

    [Theory]
    [InlineData("bounce@simulator.amazonses.com")]
    [InlineData("bounce+label@simulator.amazonses.com")]
    [InlineData("Test <Bounce@Simulator.AmazonSES.com>")]
    public void Read_MailboxSimulator_IsNotCounted(string simulator)
    {
        SesJson.Bounce(recipients: $$"""[{"emailAddress":"{{simulator}}"}]""").Read().Ignored().ShouldBe("only mailbox-simulator recipients");
        SesJson.Bounce(recipients: $$"""[{"emailAddress":"{{simulator}}"},{"emailAddress":"ann@example.org"}]""")
            .Event().Recipients.ShouldHaveSingleItem().Recipient.Value.ShouldBe("ann@example.org");
    }

    [Fact]
    public void Read_Bounce_CarriesItsIdentityAndTimes()
    {
        var feedback = SesJson.Bounce().Event();

        feedback.Kind.ShouldBe(FeedbackKind.Bounce);
        feedback.MessageId.ShouldBe(SesJson.MessageId);
        feedback.FeedbackId.ShouldBe(SesJson.FeedbackId);
        feedback.SentAt.ShouldBe(SesJson.SentAt);
        feedback.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 18, 9, 30, 2, TimeSpan.Zero));
    }

    [Fact]
    public void Read_BounceWithoutTimestamp_OccurredWhenItWasSent() =>
        SesJson.Bounce().With(json => json["bounce"]!.AsObject().Remove("timestamp")).Event().OccurredAt.ShouldBe(SesJson.SentAt);

    [Theory]
    [InlineData("bounceType")]
    [InlineData("bouncedRecipients")]
    public void Read_BounceWithout_NamesTheField(string field) =>
        SesJson.Bounce().With(json => json["bounce"]!.AsObject().Remove(field)).Read().Unreadable().ShouldBe($"bounce.{field} is missing");

    [Theory]
    [InlineData("[]", "bounce.bouncedRecipients is empty")]
    [InlineData("7", "bounce.bouncedRecipients is not an array")]
    [InlineData("[7]", "bounce.bouncedRecipients.element is not an object")]
    [InlineData("[{}]", "bounce.bouncedRecipients.emailAddress is missing")]
    [InlineData("""[{"emailAddress":"no-at-sign"}]""", "bounce.bouncedRecipients.emailAddress has no @")]
    [InlineData("""[{"emailAddress":["a@example.org"]}]""", "bounce.bouncedRecipients.emailAddress is not a string")]
    [InlineData(
        """[{"emailAddress":"a@example.org"},{"emailAddress":"\u0000@example.org"}]""",
        "bounce.bouncedRecipients.emailAddress contains a control character or a lone surrogate")]
    public void Read_BrokenRecipients_NamesTheField(string recipients, string expected) =>
        SesJson.Bounce(recipients: recipients).Read().Unreadable().ShouldBe(expected);
}
