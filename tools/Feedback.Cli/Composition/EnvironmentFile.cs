namespace Feedback.Cli.Composition;

/// <summary>Reads and writes files of <c>KEY=VALUE</c> lines. Empty lines and lines that begin with # are ignored. The file wins over the shell.</summary>
internal static class EnvironmentFile
{
    /// <exception cref="UsageException">Names each line that isn't KEY=VALUE.</exception>
    public static void Apply(string? file)
    {
        if (file is null)
        {
            return;
        }

        if (!File.Exists(file))
        {
            throw new UsageException($"{file}: no such file.");
        }

        var lines = File.ReadAllLines(file)
            .Select((text, index) => (Number: index + 1, Text: Without("export ", text.Trim())))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .ToList();
        var wrong = lines.Where(line => line.Text.IndexOf('=', StringComparison.Ordinal) <= 0).ToList();
        if (wrong.Count > 0)
        {
            throw new UsageException([.. wrong.Select(line => $"{file}, line {line.Number}: expected KEY=VALUE.")]);
        }

        foreach (var (_, text) in lines)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            Environment.SetEnvironmentVariable(text[..equals].TrimEnd(), Unquoted(text[(equals + 1)..].Trim()));
        }
    }

    /// <summary>Writes the file, replacing an existing one, and creates its folder.</summary>
    /// <exception cref="UsageException">It can't be written.</exception>
    public static void Write(string file, IReadOnlyDictionary<string, string> variables)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllLines(file, Lines(variables));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw TextFile.Unreadable(file, exception);
        }
    }

    /// <summary>Returns the lines of such a file.</summary>
    public static IEnumerable<string> Lines(IReadOnlyDictionary<string, string> variables) => variables.Select(variable => $"{variable.Key}={variable.Value}");

    private static string Without(string prefix, string text) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..].TrimStart() : text;

    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
}
