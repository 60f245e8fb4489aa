using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>
/// Provides loggers that write each entry immediately, as one JSON line. A background queue would lose its last lines when Lambda freezes
/// or ends the process.
/// </summary>
internal sealed class JsonLineLoggerProvider(Stream output, LogLevel least, TimeProvider time) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new JsonLineLogger(output, least, time, categoryName, _scopes);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // The stream belongs to the process.
    }
}
