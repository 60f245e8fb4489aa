using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Feedback.Cli.Output;

namespace Feedback.Cli.Suppressions;

/// <summary>The lines of an exported entry.</summary>
internal static class EntryLines
{
    /// <summary>The columns; <see cref="ListColumns"/> recognises the file by them.</summary>
    public const string Header =
        "address,reported,scope,reason,first_at,last_at,count,until,subtype,diagnostic,configuration_set,message_id,feedback_id,author,text";

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static IEnumerable<string> Csv(EntryDocument entry)
    {
        if (entry.Allowance is { } allowed)
        {
            yield return Line(
                entry.Address, entry.Reported, "*", ListLines.Allowed, CauseDocument.Time(allowed.At), null, null, CauseDocument.Time(allowed.Until),
                null, null, null, null, null, allowed.Author, allowed.Text);
        }

        foreach (var cause in entry.Causes)
        {
            yield return Line(
                entry.Address,
                entry.Reported,
                cause.Scope,
                cause.Reason,
                CauseDocument.Time(cause.FirstAt),
                CauseDocument.Time(cause.LastAt),
                cause.Count?.ToString(CultureInfo.InvariantCulture),
                CauseDocument.Time(cause.Until),
                cause.Subtype,
                cause.Diagnostic,
                cause.ConfigurationSet,
                cause.MessageId,
                cause.FeedbackId,
                cause.Author,
                cause.Text);
        }
    }

    public static IEnumerable<string> Json(EntryDocument entry) => [JsonSerializer.Serialize(entry, CliJson.Lines.EntryDocument)];

    private static string Line(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Quoted));

    private static string Quoted(string? field) =>
        field is not null && field.AsSpan().ContainsAny(Special) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field ?? string.Empty;
}
