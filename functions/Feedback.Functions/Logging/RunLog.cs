using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>The log lines about a run of the function as a whole.</summary>
internal static partial class RunLog
{
    /// <summary>Every line in this scope has the invocation's <c>requestId</c>, the name that Lambda's own lines have for it.</summary>
    internal static IDisposable? InvocationScope(ILogger logger, string requestId) =>
        logger.BeginScope(new[] { KeyValuePair.Create<string, object?>("requestId", requestId) });

    [LoggerMessage(300, LogLevel.Error, "The invocation failed")]
    internal static partial void InvocationFailed(ILogger logger, Exception exception);

    [LoggerMessage(301, LogLevel.Critical, "The function did not start")]
    internal static partial void StartFailed(ILogger logger, Exception exception);

    [LoggerMessage(302, LogLevel.Critical, "The function ended: it lost Lambda's Runtime API")]
    internal static partial void RuntimeLost(ILogger logger, Exception exception);
}
