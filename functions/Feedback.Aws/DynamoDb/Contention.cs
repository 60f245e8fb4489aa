using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Tells the DynamoDB errors that are transient.</summary>
internal static class Contention
{
    internal const string ConditionFailed = "ConditionalCheckFailed";
    internal const string Conflict = "TransactionConflict";

    /// <summary>The request itself is refused, and would be again.</summary>
    internal const string Invalid = "ValidationException";

    /// <summary>An action of a transaction is refused, and would be again.</summary>
    internal const string InvalidItem = "ValidationError";

    /// <summary>An action of a transaction would make its item collection too large.</summary>
    internal const string TooLarge = "ItemCollectionSizeLimitExceeded";

    private static readonly HashSet<string> TransientReasons =
        ["None", Conflict, "ProvisionedThroughputExceeded", "ThrottlingError"];

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
