using System.Globalization;
using Feedback.Notifications;
using Feedback.Notifications.Wire;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>Reads the lines of a list by its columns.</summary>
/// <param name="scope">Where entries of other programs are suppressed.</param>
/// <param name="by">Who imports them.</param>
/// <param name="fileTime">The time of entries that have none. That of the file, so that the same file again says the same.</param>
internal sealed class ListLines(SuppressionScope scope, string by, DateTimeOffset fileTime)
{
    /// <summary>In an exported list, the reason of a line that allows.</summary>
    public const string Allowed = "Allowed";

    private const string Blocklisted = "blocklisted";

    public ListLine Read(long number, ListColumns columns, IReadOnlyList<string> fields)
    {
        var text = Field(fields, columns.Address) ?? string.Empty;
        if (!EmailAddress.TryParse(text, out var address, out var problem))
        {
            return new ListLine.Bad(number, text.Length == 0 ? "there is no address." : $"the address {problem}.");
        }

        if (columns.Source == ListColumns.Feedback)
        {
            return Restored(number, address, columns, fields);
        }

        return columns.Source == ListColumns.Listmonk && Field(fields, columns.Status) != Blocklisted
            ? new ListLine.Skipped(number)
            : Imported(number, address, columns.Source, Field(fields, columns.Reason), Field(fields, columns.Time));
    }

    /// <summary>Reads a line of an export in JSON.</summary>
    public static ListLine Read(long number, EntryDocument entry)
    {
        if (!EmailAddress.TryParse(entry.Address ?? string.Empty, out var address, out var problem))
        {
            return new ListLine.Bad(number, $"the address {problem}.");
        }

        try
        {
            var causes = (entry.Causes ?? []).Select(cause => cause.Read()).ToList();
            var allowance = entry.Allowance?.Read();
            return new ListLine.Entry(number, address, known =>
            {
                var next = causes.Aggregate(known.WithReported(entry.Reported), (e, cause) => e.Restored(cause.Key, cause.Cause));
                return allowance is null ? next : next.Restored(allowance);
            });
        }
        catch (FormatException wrong)
        {
            return new ListLine.Bad(number, $"{wrong.Message}.");
        }
    }

    private ListLine.Entry Imported(long number, EmailAddress address, string source, string? reason, string? time)
    {
        var text = Diagnostic.Clean(reason ?? string.Empty) is { } said ? $"{source}: {said}" : source;
        var order = new OperatorCause(Time(time) ?? fileTime, by, text, until: null);
        return new ListLine.Entry(number, address, entry => entry.Imported(scope, order));
    }

    private static ListLine Restored(long number, EmailAddress address, ListColumns columns, IReadOnlyList<string> fields)
    {
        try
        {
            var first = Time(Named("firstat")) ?? throw new FormatException("first_at is not a time");
            var until = Named("until") is { } end ? Time(end) ?? throw new FormatException("until is not a time") : (DateTimeOffset?)null;
            var (author, text) = (Named("author") ?? "unknown", Named("text") ?? string.Empty);
            if (Named("reason") == Allowed)
            {
                return new ListLine.Entry(number, address, entry => entry.Restored(new Allowance(first, author, text, until)));
            }

            var cause = new CauseDocument(
                Named("scope") ?? string.Empty,
                Named("reason") ?? string.Empty,
                first,
                Time(Named("lastat")),
                long.TryParse(Named("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
                until,
                Named("subtype"),
                Named("diagnostic"),
                Named("configurationset"),
                Named("messageid"),
                Named("feedbackid"),
                author,
                text).Read();
            var reported = Named("reported");
            return new ListLine.Entry(number, address, entry => entry.WithReported(reported).Restored(cause.Key, cause.Cause));
        }
        catch (FormatException wrong)
        {
            return new ListLine.Bad(number, $"{wrong.Message}.");
        }

        string? Named(string name) => columns.All.TryGetValue(name, out var index) ? Field(fields, index) : null;
    }

    private static string? Field(IReadOnlyList<string> fields, int? index) =>
        index is { } at && at < fields.Count && fields[at].Length > 0 ? fields[at] : null;

    /// <summary>Reads a date, or seconds since 1970, as SendGrid writes them; null for what is neither.</summary>
    private static DateTimeOffset? Time(string? text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds is > 0 and < 4_102_444_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
    }
}
