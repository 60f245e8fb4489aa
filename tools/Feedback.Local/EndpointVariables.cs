namespace Feedback.Local;

/// <summary>The variables by which every AWS SDK finds another endpoint than AWS's.</summary>
internal static class EndpointVariables
{
    public static IReadOnlyDictionary<string, string> Of(Uri dynamoDb, Uri others) => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDb.ToString(),
        ["AWS_ENDPOINT_URL_SESV2"] = others.ToString(),
        ["AWS_ENDPOINT_URL_SNS"] = others.ToString(),
        ["AWS_ENDPOINT_URL_CLOUDWATCH"] = others.ToString(),
        ["AWS_ENDPOINT_URL_SQS"] = others.ToString(),
    };
}
