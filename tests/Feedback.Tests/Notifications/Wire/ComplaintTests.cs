using Feedback.Notifications;
using static Feedback.Notifications.Evidence;

namespace Feedback.Tests.Notifications.Wire;

public sealed class ComplaintTests
{
    private const string Three = """[{"emailAddress":"a@example.org"},{"emailAddress":"b@example.org"},{"emailAddress":"c@example.org"}]""";
    private const string ThreeInAnotherOrder = """[{"emailAddress":"C@Example.org"},{"emailAddress":"B <b@example.org>"},{"emailAddress":"a@example.org"}]""";

    [Theory]
    [InlineData("abuse", "Complaint/abuse")]
    [InlineData("auth-failure", "Complaint/auth-failure")]
    [InlineData("fraud", "Complaint/fraud")]
    [InlineData("other", "Complaint/other")]
    [InlineData("virus", "Complaint/virus")]
    [InlineData("invented-tomorrow", "Complaint/invented-tomorrow")]
    [InlineData(null, "Complaint")]
    public void Read_AnyFeedbackTypeButNotSpam_IsAComplaint(string? feedbackType, string subtype)
    {
        var recipient = SesJson.Complaint(feedbackType).Event().Recipients.ShouldHaveSingleItem();

        recipient.Evidence.ShouldBe(Complained | Delivered);
        recipient.Subtype.ShouldBe(subtype);
    }

    [Fact]
    public void Read_AbsentFeedbackType_IsAComplaint() =>
        SesJson.Complaint().With(json => json["complaint"]!.AsObject().Remove("complaintFeedbackType")).Evidence().ShouldBe(Complained | Delivered);

    [Fact]
    public void Read_NotSpam_NeitherSuppressesNorCounts() =>
        SesJson.Complaint("not-spam").Read().Ignored().ShouldBe("complaint not-spam");

    [Fact]
    public void Read_ManyRecipients_SuppressesAllAndChargesOne()
    {
        var evidence = SesJson.Complaint(recipients: Three).Event().Recipients.ToDictionary(one => one.Recipient.Value, one => one.Evidence);

        evidence.Keys.ShouldBe(["a@example.org", "b@example.org", "c@example.org"], ignoreOrder: true);
        evidence.Values.Order().ShouldBe([Delivered | Complained, ListedInComplaint, ListedInComplaint]);
    }

    [Fact]
    public void Read_SameComplaintInAnotherOrderAndFormat_ChargesTheSameRecipient()
    {
        var published = SesJson.Complaint(recipients: Three).Event();
        var notified = SesJson.Complaint(recipients: ThreeInAnotherOrder).With(json =>
        {
            json.Remove("eventType");
            json["notificationType"] = "Complaint";
        }).Event();

        Charged(notified).ShouldBe(Charged(published));
        Charged(published).Hash.ShouldBe(published.Recipients.Select(one => one.Recipient.Hash).Min(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_MailboxSimulator_DoesNotCarryTheComplaint() =>
        SesJson.Complaint(recipients: """[{"emailAddress":"complaint+7@simulator.amazonses.com"},{"emailAddress":"ann@example.org"}]""")
            .Evidence().ShouldBe(Complained | Delivered);

    [Fact]
    public void Read_OnlyMailboxSimulator_IsIgnored() =>
        SesJson.Complaint(recipients: """[{"emailAddress":"complaint@simulator.amazonses.com"}]""").Read().Ignored()
            .ShouldBe("only mailbox-simulator recipients");

    [Fact]
    public void Read_RecipientListedTwice_CarriesTheComplaintOnce() =>
        SesJson.Complaint(recipients: """[{"emailAddress":"ann@example.org"},{"emailAddress":"ANN@example.org"}]""").Evidence()
            .ShouldBe(Complained | Delivered);

    [Theory]
    [InlineData("OnAccountSuppressionList", OnAccountList)]
    [InlineData("OnTenantSuppressionList", OnTenantList)]
    public void Read_EchoOfASuppressionList_SuppressesAllAndIsNeverAttempted(string subtype, object expected)
    {
        var feedback = SesJson.Complaint(feedbackType: null, subtype, Three).Event();

        feedback.Recipients.Select(one => one.Evidence).ShouldBe(Enumerable.Repeat((Evidence)expected, 3));
        feedback.Recipients.ShouldAllBe(one => one.Subtype == $"Complaint/{subtype}");
    }

    [Theory]
    [InlineData("OnAccountSuppressionList")]
    [InlineData("OnTenantSuppressionList")]
    public void Read_EchoOfASuppressionListWithoutRecipients_IsIgnored(string subtype)
    {
        SesJson.Complaint(subtype: subtype, recipients: "[]").Read().Ignored().ShouldBe("complaint of a suppression list without recipients");
        SesJson.Complaint(subtype: subtype).With(json => json["complaint"]!.AsObject().Remove("complainedRecipients")).Read()
            .Ignored().ShouldBe("complaint of a suppression list without recipients");
    }

    [Fact]
    public void Read_UnknownSubtype_IsAComplaint() =>
        SesJson.Complaint(subtype: "InventedTomorrow").Evidence().ShouldBe(Complained | Delivered);

    [Theory]
    [InlineData("[]", "complaint.complainedRecipients is empty")]
    [InlineData("null", "complaint.complainedRecipients is missing")]
    [InlineData("""{"emailAddress":"ann@example.org"}""", "complaint.complainedRecipients is not an array")]
    public void Read_ComplaintWithoutRecipients_NamesTheField(string recipients, string expected) =>
        SesJson.Complaint(recipients: recipients).Read().Unreadable().ShouldBe(expected);

    private static EmailAddress Charged(FeedbackEvent feedback) =>
        feedback.Recipients.Where(one => one.Evidence.HasFlag(Complained)).ShouldHaveSingleItem().Recipient;
}
