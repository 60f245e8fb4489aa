namespace Feedback.Local;

/// <summary>Returns the variables that point every AWS SDK to another endpoint.</summary>
internal static class EndpointVariables
{
    public static IReadOnlyDictionary<string, string> Of(Uri dynamoDb, Uri others) => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDb.ToString(),
        ["AWS_ENDPOINT_URL_SESV2"] = others.ToString(),
        ["AWS_ENDPOINT_URL_SNS"] = others.ToString(),
        ["AWS_ENDPOINT_URL_CLOUDWATCH"] = others.ToString(),
        ["AWS_ENDPOINT_URL_SQS"] = others.ToString(),
        ["AWS_ENDPOINT_URL_EVENTBRIDGE"] = others.ToString(),
        ["AWS_ENDPOINT_URL_S3"] = others.ToString(),
    };
}
