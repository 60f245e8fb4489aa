using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Documents;

/// <summary>A command in a fenced <c>sh</c> block of a document: continued lines joined, without its comment; of several joined by &amp;&amp;, one.</summary>
internal sealed partial record ShellCommand(string Document, int Line, string Text)
{
    /// <summary>Its words, up to a pipe or a redirection.</summary>
    public string[] Words { get; } = [.. CommandLineParser.SplitCommandLine(Text).TakeWhile(word => word is not ("|" or ">"))];

    /// <summary>The file its output goes to.</summary>
    public string? WritesTo => Text.Split(" > ") is [_, var file] ? file.Trim() : null;

    public bool Begins(params string[] words) => Words.Take(words.Length).SequenceEqual(words);

    /// <summary>The value after the first of these options; null where none is given.</summary>
    public string? Option(params string[] names) => Words.SkipWhile(word => !names.Contains(word)).Skip(1).FirstOrDefault();

    public override string ToString() => $"{Document}, line {Line}: {Text}";

    public static IReadOnlyList<ShellCommand> In(string document)
    {
        var commands = new List<ShellCommand>();
        var (isCode, continued) = (false, "");
        foreach (var (index, line) in File.ReadLines(Path.Combine(RepositoryRoot.Find(), document)).Index())
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode && line == "```sh";
            }
            else if (isCode && line.EndsWith('\\'))
            {
                continued += line[..^1];
            }
            else if (isCode && Comment().Replace(continued + line, "").Trim() is { Length: > 0 } text)
            {
                commands.AddRange(text.Split(" && ").Select(one => new ShellCommand(document, index + 1, one)));
                continued = "";
            }
        }

        return commands;
    }

    [GeneratedRegex(@"(^|\s+)#\s.*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comment();
}
