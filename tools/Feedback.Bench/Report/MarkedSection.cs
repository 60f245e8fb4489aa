using Feedback.Local;

namespace Feedback.Bench.Report;

/// <summary>Replaces the generated part of docs/performance.md for one measurement, and keeps the rest.</summary>
internal static class MarkedSection
{
    public static string Begin(string name) => $"<!-- make bench {name}: begin -->";

    public static string End(string name) => $"<!-- make bench {name}: end -->";

    /// <exception cref="LocalException">The document lacks a marker.</exception>
    public static string Replace(string document, string name, string section)
    {
        var begin = document.IndexOf(Begin(name), StringComparison.Ordinal);
        var end = document.IndexOf(End(name), StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? throw new LocalException($"docs/performance.md needs the lines {Begin(name)} and {End(name)}, in this order: the figures go between them.")
            : $"{document[..(begin + Begin(name).Length)]}\n{section.TrimEnd()}\n{document[end..]}";
    }
}
