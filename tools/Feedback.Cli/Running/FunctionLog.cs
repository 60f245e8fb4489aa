using System.Text.Json;
using System.Threading.Channels;

namespace Feedback.Cli.Running;

/// <summary>
/// Reads the functions' log: warnings, and the numbers of recorded and ignored messages of a batch, which are not in the
/// response.
/// </summary>
internal sealed class FunctionLog
{
    private const int BatchDone = 103;

    // Log lines take another path than the response and may arrive a little later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Channel<(int Recorded, int Ignored)>> _batches =
        FeedbackFunctions.All.ToDictionary(function => function, _ => Channel.CreateUnbounded<(int, int)>());

    private readonly List<string> _complaints = [];

    /// <summary>The messages of warnings and errors, in order.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    public void Write(string function, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            Read(function, json.RootElement);
        }
        catch (JsonException)
        {
            Keep(line);
        }
    }

    /// <summary>Returns the next batch that a function has logged as finished; zeros if it logs none in time.</summary>
    public async Task<(int Recorded, int Ignored)> NextBatchAsync(string function)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await _batches[function].Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return default;
        }
    }

    private void Read(string function, JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("eventId", out var id))
        {
            return;
        }

        if (id.GetInt32() == BatchDone)
        {
            _batches[function].Writer.TryWrite((Number(line, "Recorded"), Number(line, "Ignored")));
        }

        if (Text(line, "level") is "WARN" or "ERROR" or "FATAL")
        {
            Keep(Text(line, "message"));
        }
    }

    private void Keep(string message)
    {
        lock (_complaints)
        {
            _complaints.Add(message);
        }
    }

    private static int Number(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
