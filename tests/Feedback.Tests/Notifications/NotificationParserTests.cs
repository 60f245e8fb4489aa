using System.Text;
using System.Text.Json.Nodes;
using Feedback.Notifications;

namespace Feedback.Tests.Notifications;

public sealed class NotificationParserTests
{
    private const string NotJson = "the body is not JSON, or is nested too deeply";
    private static readonly string Valid = SesJson.Bounce().ToJsonString();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Hello")]
    [InlineData("{")]
    [InlineData("{\"eventType\":\"Bounce\"")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{/* */}")]
    [InlineData("\0{}")]
    [InlineData("\ufeff{}")]
    [InlineData("<html/>")]
    public void Parse_NotJson_IsUnreadable(string body) => NotificationParser.Parse(body).Unreadable().ShouldBe(NotJson);

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"Bounce\"")]
    public void Parse_JsonButNoObject_IsUnreadable(string body) => NotificationParser.Parse(body).Unreadable().ShouldBe("the body is not an object");

    [Fact]
    public void Parse_NoBody_IsUnreadable() => NotificationParser.Parse((string)null!).Unreadable().ShouldBe(NotJson);

    [Fact]
    public void Parse_CutAnywhere_IsUnreadable()
    {
        for (var length = 0; length < Valid.Length; length++)
        {
            NotificationParser.Parse(Valid[..length]).Unreadable().ShouldBe(NotJson);
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Parse_TenThousandDeep_IsUnreadable(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        NotificationParser.Parse($$"""{"eventType":"Bounce","unknown":{{deep}}}""").Unreadable().ShouldBe(NotJson);
        NotificationParser.Parse(SesJson.InSns(deep)).Unreadable();
    }

    [Fact]
    public void Parse_QuarterMegabyteOfJunk_IsUnreadable()
    {
        NotificationParser.Parse(new string('x', 262_144)).Unreadable().ShouldBe(NotJson);
        NotificationParser.Parse("\"" + new string('\ud7ff', 262_144) + "\"").Unreadable();
        NotificationParser.Parse(new byte[262_144]).Unreadable().ShouldBe(NotJson);
    }

    [Fact]
    public void Parse_QuarterMegabyteOfEvent_IsRead()
    {
        var filler = new JsonObject { ["name"] = "X-Filler", ["value"] = new string('x', 262_144 - Valid.Length - 32) };
        var full = SesJson.Bounce().With(json => json["mail"]!["headers"]!.AsArray().Add(filler));

        full.ToJsonString().Length.ShouldBeInRange(262_000, 262_144);
        full.Event().ConfigurationSet.ShouldBe("marketing");
        NotificationParser.Parse(SesJson.InSns(full.ToJsonString())).Event().ConfigurationSet.ShouldBe("marketing");
    }

    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("marketing")]
    [InlineData(SesJson.MessageId)]
    public void Parse_EscapedLoneSurrogate_IsUnreadable(string text) =>
        NotificationParser.Parse(Valid.Replace(text, "\\ud800" + text, StringComparison.Ordinal)).Unreadable().ShouldEndWith(" is not valid Unicode");

    [Fact]
    public void Parse_EscapedLoneSurrogateInAName_IsUnreadable() =>
        NotificationParser.Parse("{\"\\ud800ventType\":1,\"eventTyp\\ud800\":1}").Unreadable();

    [Fact]
    public void Parse_EscapedLoneSurrogateInSns_IsUnreadable() =>
        NotificationParser.Parse("{\"Type\":\"Notification\",\"Message\":\"\\ud800\"}").Unreadable().ShouldBe("the body is not valid Unicode");

    [Fact]
    public void Parse_EscapedLoneSurrogateInAnUnusedField_IsRead() =>
        NotificationParser.Parse(Valid.Replace("Offers", "\\ud83d", StringComparison.Ordinal)).Event().MessageId.ShouldBe(SesJson.MessageId);

    [Fact]
    public void Parse_UnpairedCharInTheString_IsUnreadable() =>
        NotificationParser.Parse(Valid.Replace("ann@", "ann\ud800@", StringComparison.Ordinal)).Unreadable().ShouldBe("the body is not valid Unicode");

    [Fact]
    public void Parse_BytesThatAreNotUtf8_IsUnreadable()
    {
        var bytes = Encoding.UTF8.GetBytes(Valid);
        bytes[bytes.AsSpan().IndexOf("ann@"u8)] = 0xff;

        NotificationParser.Parse(bytes).Unreadable().ShouldBe("bounce.bouncedRecipients.emailAddress is not valid Unicode");
    }

    [Fact]
    public void Parse_TenThousandCharacterAddress_IsUnreadableAndNotRepeated() =>
        NotificationParser.Parse(Valid.Replace("ann@", new string('a', 10_000) + "@", StringComparison.Ordinal))
            .Unreadable().ShouldBe("bounce.bouncedRecipients.emailAddress is longer than 320 characters");

    [Theory]
    [InlineData("{\"eventType\":\"Bounce\",", "eventType")]
    [InlineData("{\"mail\":{},", "mail")]
    [InlineData("{\"bounce\":null,", "bounce")]
    public void Parse_DuplicateProperty_IsUnreadable(string start, string field) =>
        NotificationParser.Parse(start + Valid[1..]).Unreadable().ShouldBe($"{field} occurs twice");

    [Fact]
    public void Parse_DuplicateThatIsNull_DoesNotHideTheFirst() =>
        NotificationParser.Parse(Valid[..^1] + ",\"eventType\":null}").Unreadable().ShouldBe("eventType occurs twice");

    [Fact]
    public void Parse_DuplicateOfAnUnusedField_IsRead() =>
        NotificationParser.Parse("{\"new\":1,\"new\":[{}],\"detail\":1,\"detail\":2," + Valid[1..]).Event().MessageId.ShouldBe(SesJson.MessageId);

    [Fact]
    public void Parse_PropertiesInAnyOrder_GivesTheSame()
    {
        var backwards = Reversed(JsonNode.Parse(Valid)!);

        backwards.ToJsonString().ShouldEndWith("\"eventType\":\"Bounce\"}");
        backwards.AsObject().Event().Recipients.ShouldBe(SesJson.Bounce().Event().Recipients);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[[{\"mail\":1}]]")]
    [InlineData("{\"emailAddress\":\"mallory@example.com\"}")]
    public void Parse_UnknownFields_AreIgnoredWhereverTheyAre(string value)
    {
        var unknown = Valid.Replace("{\"", $"{{\"unknown\":{value},\"", StringComparison.Ordinal);

        NotificationParser.Parse(unknown).Event().Recipients.ShouldHaveSingleItem().Recipient.Value.ShouldBe("ann@example.org");
    }

    [Fact]
    public void Parse_EscapedPropertyNames_AreTheSameNames() =>
        NotificationParser.Parse(Valid.Replace("\"mail\"", "\"\\u006dail\"", StringComparison.Ordinal)).Event().MessageId.ShouldBe(SesJson.MessageId);

    private static JsonNode Reversed(JsonNode node) => node is JsonObject properties
        ? new JsonObject(properties.Reverse().Select(one => KeyValuePair.Create(one.Key, one.Value is null ? null : (JsonNode?)Reversed(one.Value))))
        : node.DeepClone();
}
