using System.Net;
using Amazon.Runtime;

namespace Feedback.Aws.Ses;

/// <summary>Tells the failures of SES that pass by themselves.</summary>
internal static class SesFailure
{
    private static readonly HashSet<string> Throttling = ["TooManyRequestsException", "ThrottlingException", "Throttling"];

    /// <summary>True if SES throttled the call, failed, or did not answer: the same call may succeed a moment later.</summary>
    internal static bool IsTransient(Exception exception) => exception switch
    {
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests } => true,
        AmazonServiceException { ErrorCode: { } code } when Throttling.Contains(code) => true,
        AmazonServiceException { InnerException: { } inner } => IsTransient(inner),
        HttpRequestException or IOException or TimeoutException or WebException or OperationCanceledException => true,
        _ => false,
    };
}
