using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>
/// Writes each entry as one JSON line, at once: a logger with a background queue would lose its last lines when Lambda freezes or
/// kills the process.
/// </summary>
internal sealed class JsonLineLoggerProvider(TextWriter output, LogLevel least, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new JsonLineLogger(output, least, time, categoryName);

    public void Dispose()
    {
        // The writer is the process's own.
    }
}
