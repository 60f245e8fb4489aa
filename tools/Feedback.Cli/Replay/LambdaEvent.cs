using System.Text.Json;
using Feedback.Alarms;
using Feedback.Cli.Running;

namespace Feedback.Cli.Replay;

/// <summary>Reads a Lambda event, which is passed to the function unchanged.</summary>
internal static class LambdaEvent
{
    /// <summary>Returns null if the file isn't a Lambda event.</summary>
    public static Payload? Read(JsonElement root, string text, string? function)
    {
        if (root.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array)
        {
            return OfRecords([.. records.EnumerateArray()], text, function);
        }

        return Text(root, "detail-type") == "Scheduled Event" || function == FeedbackFunctions.Reputation
            ? new Payload(function ?? FeedbackFunctions.Reputation, text, [], [])
            : null;
    }

    private static Payload OfRecords(List<JsonElement> records, string text, string? function)
    {
        var alarms = records.Select(record => record.TryGetProperty("Sns", out var sns) ? Text(sns, "Message") : null).OfType<string>().ToList();
        if (alarms.Count > 0)
        {
            var findings = alarms.Select(AlarmParser.Parse).OfType<ParsedAlarm.Finding>();
            return new Payload(function ?? FeedbackFunctions.Alarm, text, [], [.. findings.Select(finding => finding.Of.ConfigurationSet)]);
        }

        var bodies = records.ConvertAll(record => Text(record, "body") ?? "");
        return new Payload(function ?? OfQueue(records), text, bodies, SesEvents.ConfigurationSets(bodies));
    }

    // arn:aws:sqs:eu-west-1:123456789012:feedback-BounceQueue-1A2B3C
    private static string OfQueue(List<JsonElement> records)
    {
        var queue = records.Count > 0 ? Text(records[0], "eventSourceARN") ?? "" : "";
        return FeedbackFunctions.All
            .Where(FeedbackFunctions.ReadsAQueue)
            .FirstOrDefault(function => queue.Contains(FeedbackFunctions.Queue(function), StringComparison.Ordinal)) ?? FeedbackFunctions.Bounce;
    }

    private static string? Text(JsonElement of, string name)
    {
        try
        {
            return of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair isn't a valid .NET string; the function decides about it.
            return null;
        }
    }
}
