using System.Formats.Cbor;
using System.IO.Compression;
using Feedback.Local.Services;
using Feedback.Local.Services.CloudWatch;

namespace Feedback.Tests.Local;

public sealed class LocalCloudWatchTests : LocalAwsTest
{
    [Fact]
    public async Task PutMetricData_InEachProtocol_IsTheSameMetric()
    {
        await Requests.FormAsync(
            ("Action", "PutMetricData"), ("Namespace", "Feedback"), ("MetricData.member.1.MetricName", "BounceRate"),
            ("MetricData.member.1.Value", "0.025"), ("MetricData.member.1.Unit", "None"), ("MetricData.member.1.Timestamp", "2026-01-02T03:04:05Z"),
            ("MetricData.member.1.Dimensions.member.1.Name", "Set"), ("MetricData.member.1.Dimensions.member.1.Value", "a"));
        await Requests.JsonAsync("GraniteServiceVersion20100801.PutMetricData", """
            {"Namespace":"Feedback","MetricData":[{"MetricName":"BounceRate","Value":0.025,"Unit":"None","Timestamp":1767323045,
             "Dimensions":[{"Name":"Set","Value":"a"}]}]}
            """);
        await Requests.CborAsync("/service/GraniteServiceVersion20100801/operation/PutMetricData", Zipped(MetricInCbor()), "gzip");

        Aws.Calls.Select(call => (call.Protocol, call.StatusGiven)).ShouldBe([(AwsProtocol.Query, 200), (AwsProtocol.Json, 200), (AwsProtocol.Cbor, 200)]);
        foreach (var metric in Aws.Metrics)
        {
            (metric with { Dimensions = null! }).ShouldBe(new MetricPut(
                "Feedback", "BounceRate", null!, 0.025, 1, "None", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
            metric.Dimensions.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, string>("Set", "a"));
        }
    }

    private static byte[] MetricInCbor()
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(2);
        Text("Namespace", "Feedback");
        cbor.WriteTextString("MetricData");
        cbor.WriteStartArray(1);
        cbor.WriteStartMap(5);
        Text("MetricName", "BounceRate");
        cbor.WriteTextString("Value");
        cbor.WriteDouble(0.025);
        Text("Unit", "None");
        cbor.WriteTextString("Timestamp");
        cbor.WriteTag(CborTag.UnixTimeSeconds);
        cbor.WriteInt64(1767323045);
        cbor.WriteTextString("Dimensions");
        cbor.WriteStartArray(1);
        cbor.WriteStartMap(2);
        Text("Name", "Set");
        Text("Value", "a");
        cbor.WriteEndMap();
        cbor.WriteEndArray();
        cbor.WriteEndMap();
        cbor.WriteEndArray();
        cbor.WriteEndMap();
        return cbor.Encode();

        void Text(string name, string value)
        {
            cbor.WriteTextString(name);
            cbor.WriteTextString(value);
        }
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return zipped.ToArray();
    }
}
