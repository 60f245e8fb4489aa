using System.Text.Json;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Operating;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>Writes the findings of a synchronisation one by one, since they may be more than fit into memory, and counts them.</summary>
internal sealed class SyncReport(Terminal terminal, SyncDirections directions)
{
    /// <summary>In the sandbox, for example, SES refuses every address.</summary>
    private const int MostRefused = 100;

    private const string Beginning = "{\"differences\":[\n";

    private readonly SortedDictionary<ListDifference, long> _differences = [];
    private readonly SortedDictionary<NotForSes, long> _kept = [];
    private readonly List<string> _unreadable = [];
    private long _mended;
    private long _refused;

    private long Different => _differences.Values.Sum();

    /// <exception cref="UsageException">SES refuses too many addresses.</exception>
    public void Add(SyncFinding finding)
    {
        switch (finding)
        {
            case SyncFinding.Difference difference:
                Add(difference);
                break;
            case SyncFinding.KeptHere { Why: var why }:
                _kept[why] = _kept.GetValueOrDefault(why) + 1;
                break;
            case SyncFinding.Unreadable { Problem: var problem }:
                _unreadable.Add(problem);
                break;
        }
    }

    /// <summary>Writes the summary, and returns the exit code: good if nothing differs any longer.</summary>
    public int Finish()
    {
        if (terminal.PrintsJson)
        {
            Streams.Output.Write(Different == 0 ? Beginning : string.Empty);
            Streams.Output.WriteLine($"],\"summary\":{JsonSerializer.Serialize(Summary(), CliJson.Lines.SyncDocument)}}}");
        }

        foreach (var line in SyncText.Of(Summary(), directions))
        {
            terminal.Line(line);
        }

        terminal.Problems(_unreadable);
        return _unreadable.Count > 0 ? ExitCode.Usage : Different > _mended ? ExitCode.NotGood : ExitCode.Good;
    }

    private void Add(SyncFinding.Difference difference)
    {
        if (terminal.PrintsJson)
        {
            Streams.Output.Write(Different == 0 ? Beginning : ",\n");
            Streams.Output.Write(JsonSerializer.Serialize(DifferenceDocument.Of(difference), CliJson.Lines.DifferenceDocument));
        }

        foreach (var line in SyncText.Of(difference))
        {
            terminal.Line(line);
        }

        _differences[difference.Kind] = _differences.GetValueOrDefault(difference.Kind) + 1;
        _mended += difference.Mended ? 1 : 0;
        _refused += difference.Problem is null ? 0 : 1;
        if (difference.Problem is { } problem && _refused == MostRefused)
        {
            throw new UsageException($"SES refused {MostRefused} addresses, the last one with: {problem}", "What was mended before stays so.");
        }
    }

    private SyncDocument Summary() => new(
        Different,
        _mended,
        _refused,
        _differences.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value),
        _kept.ToDictionary(why => why.Key.ToString(), why => why.Value),
        _unreadable.Count);
}
