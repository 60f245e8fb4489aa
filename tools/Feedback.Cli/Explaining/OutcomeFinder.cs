using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Cli.Explaining;

/// <summary>Finds items of the ledger for a person who asks.</summary>
internal sealed class OutcomeFinder(IOutcomeReader outcomes, IStateStore states, IAmazonDynamoDB dynamo, Settings settings)
{
    private const string MessageId = "MessageId";

    /// <summary>Returns the outcomes of the mails that were sent to an address last, the latest first.</summary>
    public async Task<IReadOnlyList<Outcome>> OfAddressAsync(EmailAddress address, int limit, CancellationToken cancellationToken)
    {
        // Only the latest are kept: a recipient may have more outcomes than fit into memory.
        var latest = new PriorityQueue<Outcome, DateTimeOffset>();
        await foreach (var outcome in outcomes.OfRecipientAsync(address.Hash, cancellationToken))
        {
            latest.Enqueue(outcome, outcome.SentAt);
            if (latest.Count > limit)
            {
                latest.Dequeue();
            }
        }

        return [.. latest.UnorderedItems.Select(item => item.Element).OrderByDescending(outcome => outcome.SentAt)];
    }

    /// <summary>
    /// Returns the hard bounces and complaints of a message. The ledger's key begins with the recipient, so other outcomes can only be found
    /// by the address; hard bounces and complaints are in an index, by entity, and are few.
    /// </summary>
    public async Task<IReadOnlyList<Outcome>> OfMessageAsync(string messageId, CancellationToken cancellationToken)
    {
        var known = (await states.AllAsync(cancellationToken)).Select(state => state.Entity);
        var found = new List<Outcome>();
        foreach (var entity in known.Append(ReputationEntity.Unattributed).Where(entity => !entity.IsAccount).Distinct())
        {
            var request = new QueryRequest
            {
                TableName = settings.OutcomesTable,
                IndexName = OutcomeKeys.EventIndex,
                KeyConditionExpression = $"{OutcomeKeys.EventEntity} = :e",
                FilterExpression = $"{MessageId} = :m",
                ExpressionAttributeValues = new() { [":e"] = Attributes.Of(entity.Key), [":m"] = Attributes.Of(messageId) },
            };
            found.AddRange((await dynamo.QueryAllAsync(request, cancellationToken)).Select(OutcomeItem.Read));
        }

        return found;
    }
}
