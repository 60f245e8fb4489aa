using System.Text;
using System.Text.Json.Nodes;
using Feedback.Notifications;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Tests.Notifications;

/// <summary>Any body parses to one of the three results, and no reason quotes the body.</summary>
public sealed class NotificationParserProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly string[] Valid =
    [
        SesJson.Bounce().ToJsonString(),
        SesJson.Complaint(recipients: """[{"emailAddress":"a@example.org"},{"emailAddress":"b@example.org"}]""").ToJsonString(),
        SesJson.Delivery().ToJsonString(),
        SesJson.Reject().ToJsonString(),
        SesJson.RenderingFailure().ToJsonString(),
        SesJson.DeliveryDelay().ToJsonString(),
        SesJson.InSns(SesJson.Bounce().ToJsonString()),
        SesJson.InEventBridge(SesJson.Bounce()),
    ];

    private static readonly string[] Fragments =
        ["{", "}", "[", "]", "\"", ",", ":", "\\", "\\ud800", "\ud800", "\0", "\ufeff", "null", "7", "1e999", "{}", "[]", "\"\"", "\"mail\":", "@", "<", ">"];

    private static readonly Gen<string> Bodies = Gen.Elements(Valid);

    private static readonly Gen<Func<string, string>> Edits =
        from at in Gen.Choose(0, 10_000)
        from length in Gen.Choose(0, 8)
        from fragment in Gen.Elements(Fragments)
        select (Func<string, string>)(text => Splice(text, at, length, fragment));

    [Fact]
    public void Parse_AnyBytes_NeverThrows() =>
        Prop.ForAll<byte[]>(bytes => IsHarmless(NotificationParser.Parse(bytes))).Check(Often);

    [Fact]
    public void Parse_AnyText_NeverThrows() =>
        Prop.ForAll<string>(text => IsHarmless(NotificationParser.Parse(text))).Check(Often);

    [Fact]
    public void Parse_AnyTextAsAnyField_NeverThrows() =>
        Prop.ForAll<string>(text => IsHarmless(SesJson.Bounce().With(json =>
        {
            json["bounce"]!["bounceSubType"] = text;
            json["bounce"]!["bouncedRecipients"]![0]!["emailAddress"] = $"{text}@example.org";
            json["mail"]!["timestamp"] = text;
        }).Read())).Check(Often);

    [Fact]
    public void Parse_MutatedEvent_NeverThrows() =>
        Prop.ForAll(
            (from body in Bodies
             from edits in Edits.NonEmptyListOf()
             select edits.Aggregate(body, (text, edit) => edit(text))).ToArbitrary(),
            body => IsHarmless(NotificationParser.Parse(body))).Check(Often);

    [Fact]
    public void Parse_EventWithMutatedBytes_NeverThrows() =>
        Prop.ForAll(
            (from body in Bodies
             from at in Gen.Choose(0, 10_000).NonEmptyListOf()
             from value in Gen.Choose(0, 255)
             select at.Aggregate(Encoding.UTF8.GetBytes(body), (bytes, index) => Overwrite(bytes, index, (byte)value))).ToArbitrary(),
            bytes => IsHarmless(NotificationParser.Parse(bytes))).Check(Often);

    private static bool IsHarmless(ParsedNotification parsed) => parsed switch
    {
        ParsedNotification.Event found => found.Feedback.Recipients.Count > 0 && found.Feedback.Recipients.All(one => one.Evidence != Evidence.None),
        ParsedNotification.Ignored ignored => ignored.Reason.Length < 120 && !ignored.Reason.Contains('@', StringComparison.Ordinal),
        ParsedNotification.Unreadable unreadable => unreadable.Reason.Length < 120 && !unreadable.Reason.Contains("example", StringComparison.Ordinal),
        _ => false,
    };

    private static string Splice(string text, int at, int length, string fragment)
    {
        var start = at % (text.Length + 1);
        return string.Concat(text.AsSpan(0, start), fragment, text.AsSpan(Math.Min(text.Length, start + length)));
    }

    private static byte[] Overwrite(byte[] bytes, int index, byte value)
    {
        bytes[index % bytes.Length] = value;
        return bytes;
    }
}
