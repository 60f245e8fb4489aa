using System.IO.Compression;

namespace Feedback.Cli.Composition;

/// <summary>Opens text files that may be compressed with gzip, whatever their name: archives in S3 usually are.</summary>
internal static class TextFile
{
    /// <summary>Opens the file as a stream; nothing is unpacked to disk or read into memory as a whole.</summary>
    /// <exception cref="UsageException">The file can't be opened. A damaged gzip file fails later, with <see cref="InvalidDataException"/>.</exception>
    public static StreamReader Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            return new StreamReader(IsCompressed(file) ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <exception cref="UsageException">It can't be read.</exception>
    public static string Read(string path)
    {
        using var reader = Open(path);
        try
        {
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Unreadable(path, exception);
        }
    }

    public static UsageException Unreadable(string path, Exception reason) => new($"{path}: {reason.Message}");

    private static bool IsCompressed(FileStream file)
    {
        var isGzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return isGzip;
    }
}
