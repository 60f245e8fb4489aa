using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Logging;

/// <summary>The log events of the function host (300 to 399).</summary>
internal static partial class RunLog
{
    /// <summary>Adds the invocation's <c>requestId</c> to every line, under the name that Lambda's own lines use.</summary>
    internal static IDisposable? InvocationScope(ILogger logger, string requestId) =>
        logger.BeginScope(new[] { KeyValuePair.Create<string, object?>("requestId", requestId) });

    [LoggerMessage(300, LogLevel.Error, "The invocation failed")]
    internal static partial void InvocationFailed(ILogger logger, Exception exception);

    [LoggerMessage(301, LogLevel.Critical, "The function did not start")]
    internal static partial void StartFailed(ILogger logger, Exception exception);

    [LoggerMessage(302, LogLevel.Critical, "The function ended: the connection to Lambda's Runtime API was lost")]
    internal static partial void RuntimeLost(ILogger logger, Exception exception);

    [LoggerMessage(303, LogLevel.Error, "The change {SequenceNumber} of the suppression list can't be read and is passed over")]
    internal static partial void ChangeUnreadable(ILogger logger, Exception exception, string sequenceNumber);

    [LoggerMessage(304, LogLevel.Error, "The suppression list could not be asked about {Addresses} addresses; the sender is told not to send")]
    internal static partial void CheckFailed(ILogger logger, Exception exception, int addresses);
}
