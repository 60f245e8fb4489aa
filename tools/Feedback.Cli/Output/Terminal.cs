using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Feedback.Cli.Output;

/// <summary>
/// Writes results to standard output, and progress and problems to standard error. Colours and progress bars appear only on a terminal;
/// redirected output is plain text, with lines as long as they need to be.
/// </summary>
internal sealed class Terminal
{
    /// <summary>Wide enough for every table and error; lines are not padded to it.</summary>
    private const int RedirectedWidth = 4_000;

    private readonly bool _json;
    private readonly IAnsiConsole _output = Open(Streams.Output);
    private readonly IAnsiConsole _error = Open(Streams.Error);

    /// <param name="json">Whether only the JSON document is written to standard output.</param>
    public Terminal(bool json = false) => _json = json;

    public bool PrintsJson => _json;

    public void Write(IRenderable renderable)
    {
        if (_json)
        {
            return;
        }

        // A line that is too long for the terminal is better than a broken name.
        var width = _output.Profile.Width;
        _output.Profile.Width = Math.Max(width, Measure(renderable).Min);
        _output.Write(renderable);
        _output.Profile.Width = width;
    }

    /// <summary>Says whether it can be written as it is: no line of it is longer than the terminal is wide.</summary>
    public bool Fits(IRenderable renderable) => Measure(renderable).Max <= _output.Profile.Width;

    /// <summary>Asks for consent on a terminal. Returns null if there is no terminal to ask on.</summary>
    public bool? Confirm(string question)
    {
        if (Streams.IsInputRedirected || !_output.Profile.Out.IsTerminal)
        {
            return null;
        }

        Line($"{question} Type yes to continue:");
        return string.Equals(Streams.Input.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Clears the screen of a terminal, before output that is repeated.</summary>
    public void Clear()
    {
        if (!_json && _output.Profile.Out.IsTerminal)
        {
            _output.Clear();
        }
    }

    /// <summary>Writes plain text; markup in it is not interpreted.</summary>
    public void Line(string text = "") => Write(new Text(text + "\n"));

    /// <summary>Writes a line that is to be copied: it is not broken, however long it is.</summary>
    public void Verbatim(string text)
    {
        if (!_json)
        {
            Streams.Output.WriteLine(text);
        }
    }

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

    /// <summary>Writes the document if <c>--json</c> was given.</summary>
    public void Document<T>(Func<T> document, JsonTypeInfo<T> type)
    {
        if (_json)
        {
            Streams.Output.WriteLine(JsonSerializer.Serialize(document(), type));
        }
    }

    /// <summary>Runs long work, with a progress bar on a terminal.</summary>
    public Task<T> WorkAsync<T>(string what, Func<IProgressReporter, Task<T>> progress) =>
        _error.Profile.Out.IsTerminal ? WithABarAsync(what, progress) : progress(SilentProgress.Instance);

    /// <summary>Returns a line for the progress of work that writes its results as it finds them.</summary>
    public StatusLine StatusLine(TimeProvider time) => new(_error.Profile.Out.IsTerminal && _error.Profile.Capabilities.Ansi, time);

    private Task<T> WithABarAsync<T>(string what, Func<IProgressReporter, Task<T>> progress) => _error.Progress()
        .AutoClear(enabled: true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async context => await progress(new ProgressBar(context.AddTask(Spectre.Console.Markup.Escape(what), maxValue: 1))));

    private Measurement Measure(IRenderable renderable) =>
        renderable.Measure(RenderOptions.Create(_output, _output.Profile.Capabilities), int.MaxValue);

    private static IAnsiConsole Open(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (console.Profile.Out.IsTerminal)
        {
            return console;
        }

        // Spectre looks at TERM, not at whether the output is redirected.
        console.Profile.Capabilities.Ansi = false;
        console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        console.Profile.Width = RedirectedWidth;
        return console;
    }
}
