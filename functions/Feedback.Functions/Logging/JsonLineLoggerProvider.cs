using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>
/// Writes each entry as one JSON line, at once: a logger with a background queue would lose its last lines when Lambda freezes or
/// kills the process.
/// </summary>
internal sealed class JsonLineLoggerProvider(Stream output, LogLevel least, TimeProvider time) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new JsonLineLogger(output, least, time, categoryName, _scopes);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // The stream is the process's own.
    }
}
