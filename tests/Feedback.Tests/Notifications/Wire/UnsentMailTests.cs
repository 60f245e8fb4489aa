using System.Text.Json.Nodes;
using Feedback.Notifications;

namespace Feedback.Tests.Notifications.Wire;

/// <summary>Mail that SES rejected, or could not make from its template.</summary>
public sealed class UnsentMailTests
{
    public static TheoryData<string> Types => ["Reject", "Rendering Failure"];

    [Fact]
    public void Read_Reject_IsOfTheRecipientsOfTheMail()
    {
        var feedback = SesJson.Reject().Event();

        feedback.Kind.ShouldBe(FeedbackKind.Reject);
        feedback.OccurredAt.ShouldBe(SesJson.SentAt);
        feedback.ConfigurationSet.ShouldBe("marketing");
        var recipient = feedback.Recipients.ShouldHaveSingleItem();
        (recipient.Recipient.Value, recipient.Evidence, recipient.Subtype).ShouldBe(("bystander@example.org", Evidence.Rejected, "Reject"));
    }

    [Fact]
    public void Read_RenderingFailure_IsOfTheRecipientsOfTheMail()
    {
        var feedback = SesJson.RenderingFailure().Event();

        feedback.Kind.ShouldBe(FeedbackKind.RenderingFailure);
        feedback.Recipients.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.RenderingFailed);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Read_RepeatedRecipients_AreEachThereOnce(string type) =>
        Of(type, """["a@example.org","B@example.org","A@EXAMPLE.org","success@simulator.amazonses.com"]""").Event()
            .Recipients.Select(one => one.Recipient.Value).ShouldBe(["a@example.org", "b@example.org"]);

    [Theory]
    [MemberData(nameof(Types))]
    public void Read_OnlyTheMailboxSimulator_IsAcknowledged(string type) =>
        Of(type, """["success@simulator.amazonses.com"]""").Read().Ignored().ShouldBe("only mailbox-simulator recipients");

    [Theory]
    [InlineData("Reject", "[]", "mail.destination is empty")]
    [InlineData("Reject", "null", "mail.destination is missing")]
    [InlineData("Rendering Failure", "7", "mail.destination is not an array")]
    public void Read_WithoutRecipients_IsRefused(string type, string destination, string reason) =>
        Of(type, destination).Read().Unreadable().ShouldBe(reason);

    private static JsonObject Of(string type, string destination) =>
        (type == "Reject" ? SesJson.Reject() : SesJson.RenderingFailure()).With(json => json["mail"]!["destination"] = JsonNode.Parse(destination));
}
