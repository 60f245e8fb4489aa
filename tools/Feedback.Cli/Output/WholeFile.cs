using Feedback.Cli.Composition;

namespace Feedback.Cli.Output;

/// <summary>
/// A file that is written whole or not at all: it gets its name, and replaces an older one, when it is complete. Until then it lies beside it,
/// with <c>.part</c> at the end of its name.
/// </summary>
internal static class WholeFile
{
    /// <exception cref="UsageException">It can't be written: the folder is missing, say, or the disk is full.</exception>
    public static Task WriteAsync(string path, string text) => WriteAsync(path, async writer =>
    {
        await writer.WriteAsync(text);
        return text.Length;
    });

    /// <returns>What <paramref name="write"/> returns.</returns>
    /// <exception cref="UsageException">It can't be written: the folder is missing, say, or the disk is full.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<TextWriter, Task<T>> write)
    {
        var unfinished = $"{path}.part";
        try
        {
            T result;
            await using (var writer = new StreamWriter(unfinished))
            {
                result = await write(writer);
            }

            File.Move(unfinished, path, overwrite: true);
            return result;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw TextFile.Unreadable(path, exception);
        }
        finally
        {
            Remove(unfinished);
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
