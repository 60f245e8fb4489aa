using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Feedback.Cli.Output;

/// <summary>
/// Where a command writes: what was asked for to standard output, progress and problems to standard error. Colours and bars only
/// where there is a terminal; redirected, it is plain text in lines as long as they need to be.
/// </summary>
internal sealed class Terminal
{
    /// <summary>Wide enough for every table and every error; nothing is padded to it.</summary>
    private const int RedirectedWidth = 4_000;

    private readonly bool _json;
    private readonly IAnsiConsole _output = Open(Streams.Output);
    private readonly IAnsiConsole _error = Open(Streams.Error);

    /// <param name="json">Only the document asked for is written to standard output.</param>
    public Terminal(bool json = false) => _json = json;

    public void Write(IRenderable renderable)
    {
        if (!_json)
        {
            _output.Write(renderable);
        }
    }

    /// <summary>Text as it is, with nothing of it taken for markup.</summary>
    public void Line(string text = "") => Write(new Text(text + "\n"));

    public void Markup(string markup) => Write(new Markup(markup + "\n"));

    public void Title(string text)
    {
        Line();
        Write(new Text(text + "\n", new Style(decoration: Decoration.Bold)));
    }

    public void Problems(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _error.Write(new Text(line + "\n", new Style(Color.Red)));
        }
    }

    /// <summary>The document, if one was asked for.</summary>
    public void Document<T>(Func<T> document, JsonTypeInfo<T> type)
    {
        if (_json)
        {
            Streams.Output.WriteLine(JsonSerializer.Serialize(document(), type));
        }
    }

    /// <summary>Long work: with a bar on a terminal.</summary>
    public Task<T> WorkAsync<T>(string what, Func<IProgressReporter, Task<T>> progress) =>
        _error.Profile.Out.IsTerminal ? WithABarAsync(what, progress) : progress(SilentProgress.Instance);

    private Task<T> WithABarAsync<T>(string what, Func<IProgressReporter, Task<T>> progress) => _error.Progress()
        .AutoClear(enabled: true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async context => await progress(new ProgressBar(context.AddTask(Spectre.Console.Markup.Escape(what), maxValue: 1))));

    private static IAnsiConsole Open(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (console.Profile.Out.IsTerminal)
        {
            return console;
        }

        // Spectre looks at TERM, not at where the text goes.
        console.Profile.Capabilities.Ansi = false;
        console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        console.Profile.Width = RedirectedWidth;
        return console;
    }
}
