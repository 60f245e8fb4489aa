namespace Feedback.Local.Services;

/// <summary>An AWS error. The SDKs map <see cref="Code"/> to an exception type and decide by it whether to retry.</summary>
internal sealed record AwsError(int Status, string Code, string Message)
{
    /// <summary>The code in the Query protocol, if it differs. Newer protocols also send it in a header.</summary>
    public string QueryCode { get => field ?? Code; init; }

    public static AwsError Throttled(AwsOperation operation) => ServiceOf(operation) switch
    {
        "sns" => new AwsError(429, "Throttled", "Rate exceeded"),
        "cloudwatch" => new AwsError(400, "Throttling", "Rate exceeded"),
        "sqs" => new AwsError(400, "RequestThrottled", "Rate exceeded"),
        "cloudformation" => new AwsError(400, "Throttling", "Rate exceeded"),
        _ => new AwsError(429, "TooManyRequestsException", "Rate exceeded"),
    };

    public static AwsError Denied(AwsOperation operation) => ServiceOf(operation) switch
    {
        "sns" => new AwsError(403, "AuthorizationError", NotAuthorized("sns", operation)),
        "ses" or "lambda" => new AwsError(403, "AccessDeniedException", NotAuthorized(ServiceOf(operation), operation)),
        var service => new AwsError(403, "AccessDenied", NotAuthorized(service, operation)),
    };

    public static AwsError Failed(AwsOperation operation, int status) => new(
        status, ServiceOf(operation) == "sns" ? "InternalError" : "InternalServiceError", "The request could not be processed.");

    private static string ServiceOf(AwsOperation operation) => operation switch
    {
        AwsOperation.Publish or AwsOperation.GetTopicAttributes or AwsOperation.ListSubscriptionsByTopic or AwsOperation.GetSubscriptionAttributes => "sns",
        AwsOperation.PutMetricData or AwsOperation.DescribeAlarms or AwsOperation.PutMetricAlarm or AwsOperation.DeleteAlarms => "cloudwatch",
        AwsOperation.GetQueueAttributes or AwsOperation.ListQueues or AwsOperation.ReceiveMessage
            or AwsOperation.ChangeMessageVisibilityBatch or AwsOperation.StartMessageMoveTask => "sqs",
        AwsOperation.DescribeStackResource => "cloudformation",
        AwsOperation.GetFunctionConfiguration => "lambda",
        _ => "ses",
    };

    private static string NotAuthorized(string service, AwsOperation operation) =>
        $"User: arn:aws:sts::123456789012:assumed-role/local is not authorized to perform: {service}:{operation}";
}
