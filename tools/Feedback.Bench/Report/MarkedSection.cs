using Feedback.Local;

namespace Feedback.Bench.Report;

/// <summary>Replaces the generated part of docs/performance.md and keeps the rest, which is written by hand.</summary>
internal static class MarkedSection
{
    public const string Begin = "<!-- make bench: begin -->";
    public const string End = "<!-- make bench: end -->";

    /// <exception cref="LocalException">The document lacks a marker.</exception>
    public static string Replace(string document, string section)
    {
        var begin = document.IndexOf(Begin, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? throw new LocalException($"docs/performance.md needs the lines {Begin} and {End}, in this order: the figures go between them.")
            : $"{document[..(begin + Begin.Length)]}\n{section.TrimEnd()}\n{document[end..]}";
    }
}
