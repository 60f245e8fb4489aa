using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Feedback.Notifications;

namespace Feedback.Tests.Events;

public sealed class EventsTests
{
    public static TheoryData<string> Files => [.. SamplePayloads.OfQueues()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EveryRecord_GivesWhatTheFileIsNamedFor(string file) =>
        SamplePayloads.Records(file).Select(record => Describe(NotificationParser.Parse((string)record!["body"]!)))
            .ShouldBe(ExpectedNotifications.ByFile[file]);

    [Theory]
    [MemberData(nameof(Files))]
    [SuppressMessage("Security", "CA5351", Justification = "SQS's checksum, not a protection.")]
    public void Md5OfBody_OfEveryRecord_IsRight(string file)
    {
        foreach (var record in SamplePayloads.Records(file))
        {
            ((string)record!["md5OfBody"]!).ShouldBe(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes((string)record["body"]!))));
        }
    }

    [Fact]
    public void ExpectedNotifications_NameEveryFileAndNoOther() => ExpectedNotifications.ByFile.Keys.ShouldBe(SamplePayloads.OfQueues(), ignoreOrder: true);

    [Fact]
    public void Readme_ListsEveryFileAndNoOther()
    {
        var listed = SamplePayloads.Text("README.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        listed.ShouldBe(SamplePayloads.All(), ignoreOrder: true);
    }

    private static string Describe(ParsedNotification parsed) => parsed switch
    {
        ParsedNotification.Event found => Describe(found.Feedback),
        ParsedNotification.Ignored ignored => $"Ignored: {ignored.Reason}",
        ParsedNotification.Unreadable unreadable => $"Unreadable: {unreadable.Reason}",
        _ => "?",
    };

    private static string Describe(FeedbackEvent feedback)
    {
        DateOnly.FromDateTime(feedback.SentAt.UtcDateTime).ShouldBe(new DateOnly(2026, 11, 18));
        var by = feedback.SendingAccountId == "123456789012" ? string.Empty : $" by {feedback.SendingAccountId}";
        var tenant = feedback.TenantName is null ? string.Empty : $" for {feedback.TenantName}";
        var recipients = feedback.Recipients.Select(one => $"{one.Recipient.Value}={one.Evidence.ToString().Replace(", ", "|", StringComparison.Ordinal)}");
        return $"{feedback.Kind} {feedback.AttributionSource}:{feedback.ConfigurationSet}{by}{tenant} {string.Join(' ', recipients)}";
    }
}
