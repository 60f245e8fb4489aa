using Feedback.Cli.Backtest;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;

namespace Feedback.Cli.Commands;

/// <summary>
/// Finds the files to read. A folder stands for all files in it and below, of any name, since names in S3 archives often have no
/// extension. An archive without any events is an error: it must not pass for one without problems.
/// </summary>
internal static class EventFiles
{
    /// <summary>The ending of files that hold a mail, and no events.</summary>
    public const string MailExtension = ".eml";

    // Files without events in the events/ folder of this repository.
    private static readonly string[] Others = ["env.json", "README.md"];

    // By default hidden files are skipped: names that begin with a dot, on Windows the attribute.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    /// <exception cref="UsageException">Names each path that doesn't exist or is an empty folder.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> given)
    {
        var missing = given.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        if (missing.Count > 0)
        {
            throw new UsageException([.. missing.Select(path => $"{path}: no such file.")]);
        }

        var found = given.Select(path => (Path: path, Files: Directory.Exists(path) ? In(path) : [path])).ToList();
        var empty = found.Where(one => one.Files.Count == 0).Select(one => one.Path).ToList();
        return empty.Count > 0 ? throw Nothing(empty) : [.. found.SelectMany(one => one.Files)];
    }

    /// <summary>Returns the error for paths without events.</summary>
    public static UsageException Nothing(IEnumerable<string> paths, string but = "") => new([.. paths.Select(path => $"{path}: no events found{but}.")]);

    /// <exception cref="UsageException">There was nothing in the files that could be evaluated.</exception>
    public static void Require(BacktestResult read, IEnumerable<string> given)
    {
        if (read.IsEmpty)
        {
            throw Nothing(given, read.Ignored > 0 ? $" except {Figures.Count(read.Ignored)} of other types than bounce, complaint and delivery" : "");
        }
    }

    private static bool IsCandidate(FileInfo file) =>
        !file.Name.StartsWith('.') && !Others.Contains(file.Name, StringComparer.Ordinal) && file.Extension != MailExtension && file.Length > 0;

    // Empty files mark folders in S3, or the end of a job.
    private static IReadOnlyList<string> In(string folder)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*", Everywhere)
                    .Where(file => IsCandidate(new FileInfo(file)))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw TextFile.Unreadable(folder, exception);
        }
    }
}
