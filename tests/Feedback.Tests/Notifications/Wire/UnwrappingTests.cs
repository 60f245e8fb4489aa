using System.Text.Json.Nodes;
using Feedback.Notifications;

namespace Feedback.Tests.Notifications.Wire;

public sealed class UnwrappingTests
{
    private static readonly string Ses = SesJson.Bounce().ToJsonString();

    [Fact]
    public void Read_EveryWrapping_GivesTheSameEvent()
    {
        var plain = Text(NotificationParser.Parse(Ses));

        Text(NotificationParser.Parse(SesJson.InSns(Ses))).ShouldBe(plain);
        Text(NotificationParser.Parse(SesJson.InEventBridge(SesJson.Bounce()))).ShouldBe(plain);
        Text(NotificationParser.Parse(SesJson.InSns(SesJson.InEventBridge(SesJson.Bounce())))).ShouldBe(plain);
        Text(NotificationParser.Parse(SesJson.InEventBridge(JsonNode.Parse(SesJson.InSns(Ses))!.AsObject()))).ShouldBe(plain);
    }

    [Fact]
    public void Read_WrappedTwiceInTheSame_IsRefused()
    {
        NotificationParser.Parse(SesJson.InSns(SesJson.InSns(Ses))).Unreadable().ShouldBe("Message is wrapped twice");
        NotificationParser.Parse(SesJson.InEventBridge(JsonNode.Parse(SesJson.InEventBridge(SesJson.Bounce()))!.AsObject()))
            .Unreadable().ShouldBe("detail is wrapped twice");
    }

    [Fact]
    public void Read_TopicValidation_IsAcknowledged()
    {
        const string text = "Successfully validated SNS topic for Amazon SES event publishing.";

        NotificationParser.Parse(text).Ignored().ShouldBe("SES validated the SNS topic");
        NotificationParser.Parse(SesJson.InSns(text)).Ignored().ShouldBe("SES validated the SNS topic");
    }

    [Fact]
    public void Read_SubscriptionSucceeded_IsAcknowledged()
    {
        const string text = """{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed."}""";

        NotificationParser.Parse(text).Ignored().ShouldBe("SES event AmazonSnsSubscriptionSucceeded");
        NotificationParser.Parse(SesJson.InSns(text)).Ignored().ShouldBe("SES event AmazonSnsSubscriptionSucceeded");
    }

    [Theory]
    [InlineData("SubscriptionConfirmation")]
    [InlineData("UnsubscribeConfirmation")]
    public void Read_SnsConfirmation_IsAcknowledgedWithoutItsUrl(string type) =>
        NotificationParser.Parse($$"""{"Type":"{{type}}","Message":"You have chosen …","SubscribeURL":"https://sns.eu-west-1.amazonaws.com/"}""")
            .Ignored().ShouldBe($"SNS {type}");

    [Theory]
    [InlineData("Send")]
    [InlineData("Open")]
    [InlineData("Click")]
    [InlineData("Subscription")]
    [InlineData("InventedTomorrow")]
    public void Read_OtherEventType_IsAcknowledgedByName(string type)
    {
        SesJson.Bounce().With(json => json["eventType"] = type).Read().Ignored().ShouldBe($"SES event {type}");
        NotificationParser.Parse($$"""{"eventType":"{{type}}","mail":7,"bounce":[]}""").Ignored().ShouldBe($"SES event {type}");
    }

    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("Very long indeed, so that it may well be the text of a message")]
    public void Read_EventTypeThatMayBeText_IsNotRepeated(string type) =>
        SesJson.Bounce().With(json => json["eventType"] = type).Read().Ignored().ShouldBe("SES event unknown");

    [Fact]
    public void Read_EventBridgeOfAnotherSource_IsAcknowledged() =>
        NotificationParser.Parse(SesJson.InEventBridge(new JsonObject { ["mail"] = 7 }, "Email Bounced", "com.example"))
            .Ignored().ShouldBe("EventBridge event of another source");

    [Theory]
    [InlineData("com.example")]
    [InlineData("")]
    public void Read_EventBridgeOfAnotherSourceWithFeedback_IsNotLost(string source) =>
        NotificationParser.Parse(SesJson.InEventBridge(SesJson.Bounce(), "Email Bounced", source))
            .Unreadable().ShouldBe("source is not aws.ses, although detail is feedback of SES");

    [Fact]
    public void Read_EventBridgeOfAnotherDetailType_IsAcknowledgedByName()
    {
        NotificationParser.Parse(SesJson.InEventBridge([], "Advisor Recommendation Status Open")).Ignored()
            .ShouldBe("EventBridge event Advisor Recommendation Status Open");
        NotificationParser.Parse(SesJson.InEventBridge(SesJson.Bounce().With(json => json["eventType"] = "Send"), "Email Sent")).Ignored()
            .ShouldBe("SES event Send");
    }

    [Fact]
    public void Read_EventBridgeBounceThatNamesNoEventType_IsNotLost() =>
        NotificationParser.Parse(SesJson.InEventBridge([], "Email Bounced")).Unreadable().ShouldBe("eventType is missing, and so is notificationType");

    [Theory]
    [InlineData("""{"Type":"Notification"}""", "Message is missing")]
    [InlineData("""{"Type":"Notification","Message":{"eventType":"Bounce"}}""", "Message is not a string")]
    [InlineData("""{"Type":"Notification","Message":"Hello"}""", "the body is not JSON, or is nested too deeply")]
    [InlineData("""{"source":"aws.ses","detail":"x"}""", "the body is not an object")]
    [InlineData("{}", "eventType is missing, and so is notificationType")]
    [InlineData("""{"eventType":7}""", "eventType is not a string")]
    [InlineData("""{"eventType":"Bounce"}""", "bounce is missing")]
    [InlineData("""{"eventType":"Bounce","bounce":7}""", "bounce is not an object")]
    public void Read_BrokenWrapping_NamesTheField(string body, string expected) =>
        NotificationParser.Parse(body).Unreadable().ShouldBe(expected);

    private static string Text(ParsedNotification parsed)
    {
        var feedback = parsed.Event();
        return $"{feedback with { Recipients = [] }} {string.Join(' ', feedback.Recipients)}";
    }
}
