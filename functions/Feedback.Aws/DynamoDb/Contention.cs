using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Which DynamoDB errors are transient.</summary>
internal static class Contention
{
    internal const string ConditionFailed = "ConditionalCheckFailed";

    private static readonly HashSet<string> TransientReasons =
        ["None", "TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError"];

    /// <summary>True for a conflict with another writer and for throttling: the same write may succeed a moment later.</summary>
    internal static bool IsTransient(AmazonDynamoDBException exception) => exception switch
    {
        TransactionCanceledException cancelled =>
            cancelled.CancellationReasons is { Count: > 0 } reasons && reasons.All(r => TransientReasons.Contains(r.Code)),
        TransactionConflictException or TransactionInProgressException => true,
        ProvisionedThroughputExceededException or RequestLimitExceededException => true,
        _ => exception.ErrorCode == "ThrottlingException",
    };
}
