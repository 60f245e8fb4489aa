using Feedback.Cli.Composition;

namespace Feedback.Cli.Commands;

/// <summary>The files that were named; a folder stands for those in it.</summary>
internal static class EventFiles
{
    /// <exception cref="UsageException">Names each that isn't there.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> given)
    {
        var missing = given.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        if (missing.Count > 0)
            throw new UsageException([.. missing.Select(path => $"{path}: there is no such file.")]);
        return [.. given.SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*.json*").Order(StringComparer.Ordinal).ToArray() : [path])];
    }
}
