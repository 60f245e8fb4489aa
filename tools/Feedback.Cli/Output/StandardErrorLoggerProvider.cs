using Microsoft.Extensions.Logging;

namespace Feedback.Cli.Output;

internal sealed class StandardErrorLoggerProvider : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new StandardErrorLogger();

    public void Dispose()
    {
        // The stream belongs to the process.
    }
}
