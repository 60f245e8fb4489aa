using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>Adds up the ledger itself, item by item, so that each message and recipient is in the sum once, at its exact send time.</summary>
internal static class LedgerTotals
{
    public static async Task<IReadOnlyList<SetMail>> SumAsync(
        IAmazonDynamoDB dynamo,
        string outcomesTable,
        IReadOnlyDictionary<Subject, DateTimeOffset> pausedAt,
        CancellationToken cancellation)
    {
        var sums = new Dictionary<Subject, SetMail>();
        var request = new ScanRequest { TableName = outcomesTable };
        do
        {
            var page = await dynamo.ScanAsync(request, cancellation);
            foreach (var outcome in (page.Items ?? []).Select(OutcomeItem.Read).Where(outcome => outcome.Attribution.Counted))
                Add(sums, outcome, pausedAt);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return [.. sums.Values.OrderByDescending(mail => mail.PausedAt is not null).ThenBy(mail => mail.PausedAt).ThenBy(mail => mail.Subject.Key, StringComparer.Ordinal)];
    }

    private static void Add(Dictionary<Subject, SetMail> sums, Outcome outcome, IReadOnlyDictionary<Subject, DateTimeOffset> pausedAt)
    {
        var subject = outcome.Attribution.Subject;
        var tally = Tally.Of(outcome.Evidence);
        var known = sums.GetValueOrDefault(subject)
            ?? new SetMail(subject, pausedAt.TryGetValue(subject, out var at) ? at : null, Tally.Zero, Tally.Zero);
        sums[subject] = known with
        {
            All = known.All + tally,
            AfterPause = outcome.SentAt >= known.PausedAt ? known.AfterPause + tally : known.AfterPause,
        };
    }
}
