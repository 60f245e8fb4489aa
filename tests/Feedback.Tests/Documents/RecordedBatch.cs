using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Suppression;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Documents;

/// <summary>What recording one batch of events costs in DynamoDB, counted on the transactions that the recorder writes.</summary>
internal readonly record struct RecordedBatch(int Transactions, int WriteUnits)
{
    /// <summary>A transaction costs two units for each started kilobyte of an item, and no item of ours is larger than one.</summary>
    private const int UnitsOfAnAction = 2;

    /// <summary>A batch of fresh deliveries in one quarter of an hour, spread evenly over the sets.</summary>
    internal static RecordedBatch OfDeliveries(int count, int sets) => Of(Enumerable.Range(0, count).Select(i =>
        Sample.Observe(Evidence.Delivered, $"r{i}", attribution: Attribution.To($"set-{i % sets}", AttributionSource.Tag))));

    internal static RecordedBatch OfOneHardBounce() => Of([Sample.Observe(Evidence.HardBounced)]);

    private static RecordedBatch Of(IEnumerable<Observation> observations)
    {
        var transactions = LedgerTransactionPacker.Pack(observations)
            .Select(packed => new LedgerTransactionBuilder(packed, SuppressionTerms.Default).Build())
            .ToList();
        return new RecordedBatch(transactions.Count, transactions.Sum(transaction => transaction.Actions * UnitsOfAnAction));
    }
}
