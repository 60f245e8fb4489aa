using System.Text.Json;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;

namespace Feedback.Cli.Report;

/// <summary>
/// The page: the bundle that <c>make report-page</c> has made, with the data in it. Names and reasons come from outside; in the JSON every
/// character that means something in HTML is escaped, and the page shows them as text only.
/// </summary>
internal static class ReportPage
{
    public const string Resource = "report-page.html";

    private const string Placeholder = "\"REPORT-DATA\"";

    /// <exception cref="UsageException">This build has no bundle.</exception>
    public static string Of(ReportDocument document)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(Resource)
            ?? throw new UsageException("This build of feedback has no report page: type `make report-page` in the checkout.");
        using var reader = new StreamReader(stream);
        return Fill(reader.ReadToEnd(), document);
    }

    /// <summary>Puts the data into a page.</summary>
    public static string Fill(string page, ReportDocument document)
    {
        var at = page.IndexOf(Placeholder, StringComparison.Ordinal);
        return at >= 0
            ? string.Concat(page.AsSpan(0, at), Json(document), page.AsSpan(at + Placeholder.Length))
            : throw new InvalidOperationException("The report page has no place for its data.");
    }

    // Unlike the readable serializer, this one escapes <, >, & and everything that isn't ASCII.
    private static string Json(ReportDocument document) => JsonSerializer.Serialize(document, CliJson.Compact.ReportDocument);
}
