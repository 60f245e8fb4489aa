namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Error responses as DynamoDB writes them.</summary>
internal static class DynamoErrors
{
    internal const string Conflict = "TransactionConflict";

    /// <summary>A cancelled transaction: one code for each action, "None" for those that did not cause it.</summary>
    internal static string Cancelled(params string[] codes) =>
        $$"""
        {
          "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
          "Message": "Transaction cancelled, please refer cancellation reasons for specific reasons [{{string.Join(", ", codes)}}]",
          "CancellationReasons": [{{string.Join(", ", codes.Select(code => $$"""{ "Code": "{{code}}" }"""))}}]
        }
        """;

    /// <param name="type">Such as <c>ThrottlingException</c>, with or without its namespace.</param>
    internal static string Of(string type) => $$"""{ "__type": "{{type}}", "message": "Try again." }""";
}
