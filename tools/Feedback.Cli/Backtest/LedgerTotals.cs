using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>Adds up the ledger item by item, so that each message and recipient counts once, at its exact send time.</summary>
internal static class LedgerTotals
{
    public static async Task<IReadOnlyList<SetMail>> SumAsync(
        IAmazonDynamoDB dynamo,
        string outcomesTable,
        IReadOnlyDictionary<ReputationEntity, DateTimeOffset> pausedAt,
        CancellationToken cancellationToken)
    {
        var sums = new Dictionary<ReputationEntity, SetMail>();
        var request = new ScanRequest { TableName = outcomesTable };
        do
        {
            var page = await dynamo.ScanAsync(request, cancellationToken);
            foreach (var outcome in (page.Items ?? []).Select(OutcomeItem.Read).Where(outcome => outcome.Attribution.Counted))
            {
                Add(sums, outcome, pausedAt);
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return
        [
            .. sums.Values
                .OrderByDescending(mail => mail.PausedAt is not null)
                .ThenBy(mail => mail.PausedAt)
                .ThenBy(mail => mail.Entity.Key, StringComparer.Ordinal),
        ];
    }

    private static void Add(Dictionary<ReputationEntity, SetMail> sums, Outcome outcome, IReadOnlyDictionary<ReputationEntity, DateTimeOffset> pausedAt)
    {
        var entity = outcome.Attribution.Entity;
        var tally = Tally.Of(outcome.Evidence);
        var known = sums.GetValueOrDefault(entity)
            ?? new SetMail(entity, pausedAt.TryGetValue(entity, out var at) ? at : null, Tally.Zero, Tally.Zero);
        sums[entity] = known with
        {
            All = known.All + tally,
            AfterPause = outcome.SentAt >= known.PausedAt ? known.AfterPause + tally : known.AfterPause,
        };
    }
}
