namespace Feedback.Tests.Documents;

/// <summary>The formulas of docs/costs.md: a month's bill from the page's prices and counts.</summary>
internal sealed class CostModel(CostPage page)
{
    private const double MillisecondsASecond = 1_000;
    private const double BytesAGigabyte = 1_000_000_000;
    private const double MegabytesAGigabyte = 1_024;

    /// <summary>Deliveries that arrive within the batching window, if the mail is spread evenly over the month.</summary>
    internal int DeliveriesABatch(double mails)
    {
        var arriving = Deliveries(mails) / (Count("hours a month") * 3_600) * Count("seconds in which a batch fills");
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(arriving)));
        return (int)Math.Min(Count("deliveries a batch, at most"), Math.Round(arriving / magnitude) * magnitude);
    }

    internal double Metrics(double setsWithMetrics) =>
        ((Count("metrics of a set") * setsWithMetrics) + Count("metrics of the account and the sweep")) * Price("CloudWatch, custom metric");

    internal IReadOnlyList<(string Line, double Dollars)> Bill(double mails, int sets)
    {
        var bounces = Count("bounces and complaints, share of the mails") * mails;
        var batch = DeliveriesABatch(mails);
        var recorded = RecordedBatch.OfDeliveries(batch, sets);
        var batches = Deliveries(mails) / batch;
        var sweeps = Count("hours a month") * 60;
        var invocations = batches + bounces + sweeps;
        return
        [
            ("SNS: publish", mails * Price("SNS, publish")),
            ("SQS: send", mails * Price("SQS, request")),
            ("SQS: receive and delete", 2 * ((batches * Math.Ceiling(batch / Count("messages a request"))) + bounces) * Price("SQS, request")),
            ("SQS: polling while idle", Count("pollers") * Count("hours a month") * 3_600 / Count("seconds an empty poll takes") * Price("SQS, request")),
            ("DynamoDB: record deliveries", batches * recorded.WriteUnits * Price("DynamoDB, write unit")),
            ("DynamoDB: progress of deliveries", batches * Count("write units for the progress, a batch of deliveries") * Price("DynamoDB, write unit")),
            ("DynamoDB: bounces and complaints", bounces * Bounce()),
            ("DynamoDB: sweeps", Reads(sweeps, sets) * Price("DynamoDB, read unit")),
            ("DynamoDB: storage, with recovery", Gigabytes(mails) * (Price("DynamoDB, storage") + Price("DynamoDB, point-in-time recovery"))),
            ("Lambda", (invocations * Price("Lambda, request"))
                + (GigabyteSeconds(batches * recorded.Transactions, bounces, sweeps) * Price("Lambda, GB-second"))),
            ("CloudWatch: metrics", Metrics(Count("sets in trouble, share") * sets)
                + (sweeps * Count("requests with metrics a sweep") * Price("CloudWatch, request"))),
            ("CloudWatch: alarms", Count("alarms") * Price("CloudWatch, alarm")),
            ("CloudWatch: logs", invocations * Count("bytes logged an invocation") / BytesAGigabyte * Price("CloudWatch, logs")),
        ];
    }

    /// <summary>The archive, if it is on. Reading all of a month once is an example.</summary>
    internal IReadOnlyList<(string Line, double Dollars)> Archive(double mails)
    {
        var gigabytes = mails / BytesAGigabyte;
        var compressed = gigabytes * Count("bytes of an archived event, compressed");
        var files = Math.Max(
            Count("files of the archive, a day and type, at most") * Count("types of events") * Count("hours a month") / 24,
            compressed * BytesAGigabyte / (64 * MegabytesAGigabyte * MegabytesAGigabyte));
        return
        [
            ("SNS: deliver to Firehose", mails * Price("SNS, delivery to Firehose")),
            ("Firehose: take in", gigabytes * Count("bytes that Firehose charges for an event") * Price("Firehose, taking in")),
            ("Firehose: sort", gigabytes * Count("bytes of an archived event") * Price("Firehose, sorting")),
            ("Firehose: files", files * Price("Firehose, sorted file")),
            ("S3: write", files * Price("S3, write")),
            ("S3: storage, once it is full", compressed * Count("days the archive keeps events") * 24 / Count("hours a month") * Price("S3, storage")),
            ("Athena: read a month once", compressed / 1_000 * Price("Athena, reading")),
        ];
    }

    private double Deliveries(double mails) => mails * Count("deliveries, share of the mails");

    /// <summary>One that is alone in its batch.</summary>
    private double Bounce() =>
        ((Count("write units for a bounce") + Count("write units for its work item")) * Price("DynamoDB, write unit"))
        + (Count("read units of an evaluation") * Price("DynamoDB, read unit"));

    private double Reads(double sweeps, double sets) =>
        (sweeps * (Count("read units of a sweep, without the account's counters") + Count("read units of the account's counters")))
            + (sets * Count("hours a month") * Count("read units of an evaluation"));

    private double Gigabytes(double mails) =>
        mails * Count("bytes stored for an outcome") / BytesAGigabyte * Count("days an outcome is kept") * 24 / Count("hours a month");

    private double GigabyteSeconds(double transactions, double bounces, double sweeps) =>
        ((transactions * Count("ms for a transaction") * Count("MB of DeliveryFunction"))
            + (bounces * Count("ms for a bounce") * Count("MB of the others"))
            + (sweeps * Count("ms for a sweep") * Count("MB of the others")))
        / MillisecondsASecond / MegabytesAGigabyte;

    private double Count(string name) => page.Count(name);

    private double Price(string name) => page.Price(name);
}
