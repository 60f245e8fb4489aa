using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Feedback.Cli.Dashboards;

/// <summary>Keeps what is logged, with the time of the run's clock.</summary>
internal sealed class LogRecorder(LogEntries entries, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Recorder(entries, time);

    public void Dispose()
    {
        // The entries belong to the recording.
    }

    private sealed class Recorder(LogEntries entries, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            entries.Add(new LogEntry(
                time.GetUtcNow(),
                eventId.Name ?? "",
                fields.ToDictionary(field => field.Key, field => Convert.ToString(field.Value, CultureInfo.InvariantCulture))));
        }
    }
}
