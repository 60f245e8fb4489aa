using System.Text.Json.Nodes;
using Feedback.Notifications;

namespace Feedback.Tests.Notifications.Wire;

public sealed class MailTests
{
    [Fact]
    public void Read_Tag_NamesTheSetWithCertainty()
    {
        var feedback = SesJson.Bounce().Event();

        feedback.ConfigurationSet.ShouldBe("marketing");
        feedback.AttributionSource.ShouldBe(AttributionSource.Tag);
        feedback.TenantName.ShouldBe("tenant-a");
        feedback.IdentityArn.ShouldBe("arn:aws:ses:eu-west-1:123456789012:identity/example.com");
        feedback.SendingAccountId.ShouldBe("123456789012");
    }

    [Theory]
    [InlineData("X-SES-CONFIGURATION-SET")]
    [InlineData("x-ses-configuration-set")]
    public void Read_HeaderWithoutTag_NamesTheSet(string header)
    {
        var feedback = Notified(mail => mail["headers"]!.AsArray().Add(Header(header, " newsletter "))).Event();

        feedback.ConfigurationSet.ShouldBe("newsletter");
        feedback.AttributionSource.ShouldBe(AttributionSource.Header);
    }

    [Fact]
    public void Read_TagAndHeader_TakesTheTag() =>
        With(mail => mail["headers"]!.AsArray().Add(Header("X-SES-CONFIGURATION-SET", "newsletter"))).Event().ConfigurationSet.ShouldBe("marketing");

    [Fact]
    public void Read_NeitherTagNorHeader_LeavesTheSetOpen()
    {
        var feedback = Notified(mail => mail.Remove("headers")).Event();

        feedback.ConfigurationSet.ShouldBeNull();
        feedback.AttributionSource.ShouldBe(AttributionSource.None);
        feedback.IdentityArn.ShouldNotBeNull();
    }

    [Fact]
    public void Read_NoAccountIdentityOrTenant_LeavesThemOpen()
    {
        var feedback = Notified(mail => mail.With(it => it.Remove("sourceArn")).With(it => it["sendingAccountId"] = null)).Event();

        (feedback.IdentityArn, feedback.SendingAccountId, feedback.TenantName).ShouldBe((null, null, null));
    }

    [Theory]
    [InlineData("2026-11-18T09:30:00.120Z", "2026-11-18T09:30:00.1200000+00:00")]
    [InlineData("2026-11-18T09:30:00Z", "2026-11-18T09:30:00.0000000+00:00")]
    [InlineData("2026-11-18T09:30:00 +0000", "2026-11-18T09:30:00.0000000+00:00")]
    [InlineData("2026-11-18T11:30:00 +0200", "2026-11-18T09:30:00.0000000+00:00")]
    [InlineData("2026-11-18T09:30:00.123456+00:00", "2026-11-18T09:30:00.1234560+00:00")]
    public void Read_EveryShapeOfTimestamp_IsReadInUtc(string timestamp, string expected) =>
        With(mail => mail["timestamp"] = timestamp).Event().SentAt.ToString("O").ShouldBe(expected);

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("18.11.2026 09:30")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-11-18T09:30:00.000000000000000000000000000000000000000Z")]
    public void Read_NoTimestamp_NamesTheField(string timestamp) =>
        With(mail => mail["timestamp"] = timestamp).Read().Unreadable().ShouldBe("mail.timestamp is not a time");

    [Theory]
    [InlineData("messageId")]
    [InlineData("timestamp")]
    public void Read_MailWithout_NamesTheField(string field) =>
        With(mail => mail.Remove(field)).Read().Unreadable().ShouldBe($"mail.{field} is missing");

    [Fact]
    public void Read_NoMail_NamesTheField() =>
        SesJson.Bounce().With(json => json.Remove("mail")).Read().Unreadable().ShouldBe("mail is missing");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[\"\"]")]
    public void Read_EmptyTag_NamesNoSet(string values) =>
        With(mail => mail["tags"]!["ses:configuration-set"] = values.Length == 0 ? null : JsonNode.Parse(values)).Event().ConfigurationSet.ShouldBeNull();

    [Theory]
    [InlineData("two words")]
    [InlineData("naïve")]
    [InlineData("a#b")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public void Read_WhatCannotBeASet_IsRefused(string name)
    {
        With(mail => mail["tags"]!["ses:configuration-set"] = new JsonArray(name)).Read()
            .Unreadable().ShouldBe("mail.tags.ses:configuration-set is not the name of a configuration set");
        Notified(mail => mail["headers"]!.AsArray().Add(Header("X-SES-CONFIGURATION-SET", name))).Read()
            .Unreadable().ShouldBe("mail.headers.value is not the name of a configuration set");
    }

    [Fact]
    public void Read_LongestName_IsASet() =>
        With(mail => mail["tags"]!["ses:configuration-set"] = new JsonArray(new string('a', 64))).Event().ConfigurationSet!.Length.ShouldBe(64);

    [Theory]
    [InlineData("messageId", "7", "mail.messageId is not a string")]
    [InlineData("messageId", "\"a\\u0000b\"", "mail.messageId contains a control character")]
    [InlineData("timestamp", "{}", "mail.timestamp is not a string")]
    [InlineData("tags", "7", "mail.tags is not an object")]
    [InlineData("tags", """{"ses:configuration-set":"marketing"}""", "mail.tags.ses:configuration-set is not an array")]
    [InlineData("tags", """{"ses:configuration-set":[7]}""", "mail.tags.ses:configuration-set.element is not a string")]
    [InlineData("sourceArn", "true", "mail.sourceArn is not a string")]
    public void Read_WrongType_NamesTheField(string field, string value, string expected) =>
        With(mail => mail[field] = JsonNode.Parse(value)).Read().Unreadable().ShouldBe(expected);

    [Theory]
    [InlineData('a', 512)]
    [InlineData('日', 170)]
    public void Read_MessageIdTooLongForAKey_IsRefused(char letter, int longest)
    {
        With(mail => mail["messageId"] = new string(letter, longest)).Event().MessageId.Length.ShouldBe(longest);
        With(mail => mail["messageId"] = new string(letter, longest + 1)).Read().Unreadable().ShouldBe("mail.messageId is too long");
    }

    private static JsonObject With(Action<JsonObject> change) => SesJson.Bounce().With(json => change(json["mail"]!.AsObject()));

    /// <summary>Builds a feedback notification of an identity, which has no tags.</summary>
    private static JsonObject Notified(Action<JsonObject> change) => With(mail => mail.Remove("tags")).With(json =>
    {
        json.Remove("eventType");
        json["notificationType"] = "Bounce";
        change(json["mail"]!.AsObject());
    });

    private static JsonObject Header(string name, string value) => new() { ["name"] = name, ["value"] = value };
}
