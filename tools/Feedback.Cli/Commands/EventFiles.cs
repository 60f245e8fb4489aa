using Feedback.Cli.Composition;

namespace Feedback.Cli.Commands;

/// <summary>
/// The files that were named; a folder stands for those in it and in its folders, of any name: archives in S3 often have none that tells.
/// An archive of which nothing was read must never look like one of which all is well.
/// </summary>
internal static class EventFiles
{
    // Not events, though they stand beside some in this repository.
    private static readonly string[] Others = ["env.json", "README.md"];

    // By default what is hidden is left out: names that begin with a dot, on Windows the attribute.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    /// <exception cref="UsageException">Names each that isn't there, or is a folder without any file.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> given)
    {
        var missing = given.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        if (missing.Count > 0)
        {
            throw new UsageException([.. missing.Select(path => $"{path}: there is no such file.")]);
        }

        var found = given.Select(path => (Path: path, Files: Directory.Exists(path) ? In(path) : [path])).ToList();
        var empty = found.Where(one => one.Files.Count == 0).Select(one => one.Path).ToList();
        return empty.Count > 0 ? throw Nothing(empty) : [.. found.SelectMany(one => one.Files)];
    }

    /// <summary>What is said of paths that hold no events.</summary>
    public static UsageException Nothing(IEnumerable<string> paths, string but = "") => new([.. paths.Select(path => $"{path}: no events found{but}.")]);

    // Empty ones mark folders in S3, or that a job has ended.
    private static IReadOnlyList<string> In(string folder)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*", Everywhere)
                    .Where(file => !Path.GetFileName(file).StartsWith('.') && !Others.Contains(Path.GetFileName(file), StringComparer.Ordinal) && new FileInfo(file).Length > 0)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw TextFile.Unreadable(folder, exception);
        }
    }
}
