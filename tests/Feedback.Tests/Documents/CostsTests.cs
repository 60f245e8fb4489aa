using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Bench.Storage;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Tests.Fakes;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Documents;

/// <summary>docs/costs.md: its sums follow from its prices and counts, and its counts are those of the code and the template.</summary>
public sealed class CostsTests
{
    /// <summary>DynamoDB bills this much for each stored item beside its attributes.</summary>
    private const int StorageOverhead = 100;

    private static readonly CostPage Page = CostPage.Read();
    private static readonly TemplateFile Template = TemplateFile.Load("template.yaml");

    [Fact]
    public void ComputedTables_OfThePage_FollowFromItsPricesAndCounts()
    {
        var tables = new CostTables(Page).Write();

        var same = Page.Computed == tables;
        same.ShouldBeTrue($"Replace what is between the markers in docs/costs.md by:\n{tables}");
    }

    [Fact]
    public void Bill_OfTenMillionMails_ChargesEachLine()
    {
        var bill = new CostModel(Page).Bill(10_000_000, 10);

        bill.Single(line => line.Line == "SNS: publish").Dollars.ShouldBe(10_000_000 * Page.Price("SNS, publish"));
        bill.ShouldAllBe(line => line.Dollars > 0);
    }

    /// <summary>The database reports capacity by the size of items, as DynamoDB does.</summary>
    [Fact]
    public async Task MeasuredUnits_OnThePage_AreThoseOfTheBench()
    {
        var rows = (await new StorageMeasurement(TimeProvider.System).TakeAsync()).ToDictionary(row => row.Name, row => row.Figure!.Value);

        Page.Count("read units of an evaluation").ShouldBe(rows[StorageMeasurement.Evaluation] + 2);
        Page.Count("read units of the account's counters").ShouldBe(rows[StorageMeasurement.AccountEvaluation]);
        Page.Count("write units for a bounce").ShouldBe(rows[StorageMeasurement.HardBounce]);
    }

    [Fact]
    public void WriteUnitsOfABounce_OnThePage_AreThoseOfItsTransactionAndOfTheIndex() =>
        Page.Count("write units for a bounce").ShouldBe(RecordedBatch.OfOneHardBounce().WriteUnits + 1);

    [Fact]
    public void BytesStored_OnThePage_AreThoseOfADelivery()
    {
        var observation = Sample.Observe(Evidence.Delivered, message: "0100019a9d3f5c1e-1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809-000000");

        var item = OutcomeItem.Of(Ledger.Record(null, observation), World.Noon);

        var bytes = StorageOverhead + item.Sum(attribute => Size(attribute.Key) + Size(attribute.Value));
        Page.Count("bytes stored for an outcome").ShouldBe(bytes, tolerance: bytes / 10.0);
    }

    /// <summary>Each copy of the sample has ids, times and numbers of its own, more than real events have.</summary>
    [Fact]
    public void ArchivedEvent_OnThePage_IsASamplesSize()
    {
        const int copies = 20_000;
        using var sample = JsonDocument.Parse(SamplePayloads.Text("delivery/event-publishing.json"));
        var body = sample.RootElement.GetProperty("Records")[0].GetProperty("body").GetString().ShouldNotBeNull();
        var random = new Random(1);
        using var archive = new MemoryStream();
        using (var packed = new GZipStream(archive, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var _ in Enumerable.Range(0, copies))
            {
                var one = Regex.Replace(
                    body, "[0-9a-f]{4,}", match => random.GetHexString(match.Length, lowercase: true), RegexOptions.None, TimeSpan.FromSeconds(1));
                packed.Write(Encoding.UTF8.GetBytes(one + "\n"));
            }
        }

        Page.Count("bytes of an archived event").ShouldBe(Size(body), tolerance: Size(body) / 10.0);
        Page.Count("bytes of an archived event, compressed").ShouldBe((double)archive.Length / copies, tolerance: 20);
        Size(body).ShouldBeLessThan((int)Page.Count("bytes that Firehose charges for an event"));
        Page.Count("days the archive keeps events").ToString(CultureInfo.InvariantCulture).ShouldBe(Template.Default("ArchiveDays"));
    }

    [Theory]
    [InlineData("deliveries a batch, at most", "DeliveryFunction", "BatchSize")]
    [InlineData("seconds in which a batch fills", "DeliveryFunction", "MaximumBatchingWindowInSeconds")]
    public void Batching_OnThePage_IsThatOfTheTemplate(string count, string function, string property)
    {
        var source = TemplateFile.Children(Template.Resource(function)["Properties"]["Events"]).ShouldHaveSingleItem().Value;

        Page.Count(count).ShouldBe(Number(source["Properties"][property]));
    }

    [Theory]
    [InlineData("MB of DeliveryFunction", "DeliveryFunction")]
    [InlineData("MB of the others", "BounceFunction")]
    [InlineData("MB of the others", "ReputationFunction")]
    public void Memory_OnThePage_IsThatOfTheTemplate(string count, string function) =>
        Page.Count(count).ShouldBe(Number(Template.FunctionProperty(Template.Resource(function), "MemorySize")));

    [Fact]
    public void DaysAnOutcomeIsKept_OnThePage_AreTheDefault() =>
        Page.Count("days an outcome is kept").ToString(CultureInfo.InvariantCulture).ShouldBe(Template.Default("OutcomeRetentionDays"));

    [Fact]
    public void Alarms_OfTheTemplate_AreNoMoreThanThePageCharges()
    {
        var alarms = Template.Resources("AWS::CloudWatch::Alarm").Values.Count(alarm => TemplateFile.Find(alarm, "Condition") is null);

        alarms.ShouldBeInRange(1, (int)Page.Count("alarms"));
    }

    [Fact]
    public void NamedTests_OfThePage_Exist()
    {
        var text = File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "docs/costs.md"));
        var named = Regex.Matches(text, @"`(?<class>\w+Tests)\.(?<method>\w+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        named.ShouldNotBeEmpty();
        named.ShouldAllBe(test => Declares(test.Groups["class"].Value, test.Groups["method"].Value));
    }

    private static bool Declares(string type, string method) => Directory
        .EnumerateFiles(Path.Combine(TemplateFile.RepositoryRoot, "tests"), $"{type}.cs", SearchOption.AllDirectories)
        .Any(file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal));

    private static double Number(YamlDotNet.RepresentationModel.YamlNode node) => double.Parse(TemplateFile.Text(node), CultureInfo.InvariantCulture);

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>A number takes about a byte for two digits, and one more.</summary>
    private static int Size(AttributeValue value) => value switch
    {
        { S: { } text } => Size(text),
        { N: { } number } => ((number.Length + 1) / 2) + 1,
        _ => 1,
    };
}
