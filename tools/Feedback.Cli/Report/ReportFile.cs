using Feedback.Cli.Composition;

namespace Feedback.Cli.Report;

/// <summary>Writes the page whole or not at all: to a file beside it first.</summary>
internal static class ReportFile
{
    /// <exception cref="UsageException">It can't be written.</exception>
    public static void Write(string file, string page)
    {
        var unfinished = $"{file}.part";
        try
        {
            File.WriteAllText(unfinished, page);
            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(unfinished);
            throw TextFile.Unreadable(file, exception);
        }
    }

    private static void Remove(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}
