using System.Globalization;
using System.Net;
using System.Text;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Reporting;

/// <summary>
/// The HTML of a digest. It loads nothing, follows a mail client's dark mode, and is one column of at most 600 pixels. What comes from
/// outside is encoded.
/// </summary>
internal static class DigestPage
{
    /// <summary>The colours have enough contrast on both grounds; a client that drops the style sheet still shows all of the text in order.</summary>
    private const string Style = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        body { margin: 0; padding: 16px; background: #ffffff; color: #1f2328; font: 15px/1.45 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
        .page { max-width: 600px; margin: 0 auto; }
        h1 { font-size: 19px; line-height: 1.3; margin: 0 0 6px; }
        h2 { font-size: 15px; margin: 24px 0 6px; }
        p { margin: 0 0 6px; }
        table { width: 100%; border-collapse: collapse; }
        td { padding: 6px 0; border-top: 1px solid #d1d9e0; vertical-align: top; overflow-wrap: anywhere; }
        .dim { color: #59636e; font-size: 13px; }
        .number { text-align: right; white-space: nowrap; padding-left: 12px; }
        .badge { border-radius: 9px; padding: 1px 8px; font-size: 12px; font-weight: 600; color: #ffffff; white-space: nowrap; }
        .bad { background: #b3261e; }
        .warn { background: #8a5200; }
        @media (prefers-color-scheme: dark) {
          body { background: #0d1117; color: #e6edf3; }
          td { border-color: #3d444d; }
          .dim { color: #9198a1; }
        }
        """;

    private const string Foot = """
        <p class="dim" style="margin-top:24px">Now: feedback status. Curves: feedback report.</p>
        </div>
        </body>
        </html>

        """;

    internal static string Of(DigestFacts facts)
    {
        var page = new StringBuilder(Head(facts));
        foreach (var account in facts.Accounts.Where(account => account.HasMail || account.IsTroubled))
        {
            page.Append("<table style=\"margin-top:12px\">").Append(Row(account, DigestWords.Volume(account))).Append("</table>\n");
        }

        Section(page, "Configuration sets, the worst first", facts.Sets.Select(set => Row(set)), DigestWords.Others(facts.Others));
        Section(page, "What changed", facts.Changes.Select(Row), DigestWords.OtherChanges(facts));
        Section(page, DigestWords.ListTitle, facts.ListChanges.Select(change => Row(DigestWords.Words(change.What), change.Addresses)));
        Section(page, DigestWords.Domains(facts), facts.Domains.Select(domain => Row(domain.Domain, domain.HardBounces)));
        return page.Append(Foot).ToString();
    }

    private static string Head(DigestFacts facts) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encoded(DigestWords.Subject(facts))}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <div class="page" style="max-width:600px;margin:0 auto">
        <h1>{Encoded(DigestWords.Headline(facts))}</h1>
        <p class="dim">{Encoded(DigestWords.Date(facts))}<br>{Encoded(DigestWords.Where(facts.Deployment))}</p>

        """;

    private static void Section(StringBuilder page, string title, IEnumerable<string> rows, string? rest = null)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encoded(title)}</h2>\n<table>\n").AppendJoin('\n', all).Append("\n</table>\n");
        if (rest is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"dim\">{Encoded(rest)}</p>\n");
        }
    }

    private static string Row(DigestEntity entity, string? volume = null)
    {
        var row = new StringBuilder($"<b>{Encoded(DigestWords.Name(entity))}</b>{Badge(entity)}");
        foreach (var signal in Signal.All)
        {
            row.Append(CultureInfo.InvariantCulture, $"<div>{Encoded(DigestWords.Of(entity.Of(signal)))}</div>{Dim(DigestWords.Compared(entity, signal))}");
        }

        return Row(row.Append(Dim(volume)).ToString());
    }

    private static string Badge(DigestEntity entity) => DigestWords.Standing(entity) is { Length: > 0 } standing
        ? $" <span class=\"badge {(entity.IsStopped || entity.Worst == Level.Critical ? "bad" : "warn")}\">{Encoded(standing)}</span>"
        : string.Empty;

    private static string Dim(string? text) => text is { Length: > 0 } ? $"<div class=\"dim\">{Encoded(text)}</div>" : string.Empty;

    private static string Row(HistoryEntry change) => Row(
        $"{DigestWords.ChangeTime(change)} <b>{Encoded(change.Entity.Name)}</b>: {Encoded(DigestWords.Change(change))}"
            + Dim(DigestWords.WithoutAddresses(change.Evidence)));

    /// <param name="html">Encoded already.</param>
    private static string Row(string html) => $"<tr><td>{html}</td></tr>";

    private static string Row(string name, long count) =>
        string.Create(CultureInfo.InvariantCulture, $"<tr><td>{Encoded(name)}</td><td class=\"number\">{count:N0}</td></tr>");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
