using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Which refusals of DynamoDB pass by themselves.</summary>
internal static class Contention
{
    internal const string ConditionFailed = "ConditionalCheckFailed";

    private static readonly HashSet<string> PassingReasons =
        ["None", "TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError"];

    /// <summary>Another writer on the same item, or a table that throttles: the same write may succeed a moment later.</summary>
    internal static bool IsPassing(AmazonDynamoDBException exception) => exception switch
    {
        TransactionCanceledException cancelled =>
            cancelled.CancellationReasons is { Count: > 0 } reasons && reasons.All(r => PassingReasons.Contains(r.Code)),
        TransactionConflictException or TransactionInProgressException => true,
        ProvisionedThroughputExceededException or RequestLimitExceededException => true,
        _ => exception.ErrorCode == "ThrottlingException",
    };
}
