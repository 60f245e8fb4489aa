using System.Formats.Cbor;
using System.IO.Compression;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Feedback.Local.Services;
using Feedback.Local.Services.CloudWatch;
using Feedback.Tests.Aws;

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

    [Fact]
    public async Task DescribeAlarms_ByTheClient_ReadsEachPart()
    {
        Aws.CloudWatch.PutAlarm(new Alarm("news", "AWS/SES", "Reputation.BounceRate")
        {
            Dimensions = new Dictionary<string, string> { ["ses:configuration-set"] = "news" },
            Actions = ["arn:one", "arn:two"],
            State = "ALARM",
        });
        using var cloudWatch = Aws.CloudWatchClient();

        var alarm = (await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest())).MetricAlarms.ShouldHaveSingleItem();

        (alarm.AlarmName, alarm.Namespace, alarm.MetricName, alarm.ActionsEnabled).ShouldBe(("news", "AWS/SES", "Reputation.BounceRate", true));
        alarm.StateValue.ShouldBe(StateValue.ALARM);
        alarm.AlarmActions.ShouldBe(["arn:one", "arn:two"]);
        var dimension = alarm.Dimensions.ShouldHaveSingleItem();
        (dimension.Name, dimension.Value).ShouldBe(("ses:configuration-set", "news"));
    }

    [Fact]
    public async Task PutMetricAlarm_ByTheClient_IsDescribedAsItWasPut()
    {
        using var cloudWatch = Aws.CloudWatchClient();
        await cloudWatch.PutMetricAlarmAsync(new PutMetricAlarmRequest
        {
            AlarmName = "news",
            AlarmDescription = "SES's own rate",
            Namespace = "AWS/SES",
            MetricName = "Reputation.ComplaintRate",
            Dimensions = [new Dimension { Name = "ses:configuration-set", Value = "news" }],
            Statistic = Statistic.Maximum,
            Period = 3_600,
            EvaluationPeriods = 2,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            Threshold = 0.0008,
            TreatMissingData = "notBreaching",
            AlarmActions = ["arn:one"],
            OKActions = ["arn:two"],
        });

        var alarm = (await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest())).MetricAlarms.ShouldHaveSingleItem();

        Aws.CloudWatch.Alarms.Single().Description.ShouldBe("SES's own rate");
        (alarm.Statistic.Value, alarm.Period, alarm.EvaluationPeriods).ShouldBe(("Maximum", 3_600, 2));
        (alarm.ComparisonOperator.Value, alarm.Threshold, alarm.TreatMissingData).ShouldBe(("GreaterThanThreshold", 0.0008, "notBreaching"));
        (alarm.AlarmActions.Single(), alarm.OKActions.Single(), alarm.StateValue.Value).ShouldBe(("arn:one", "arn:two", "INSUFFICIENT_DATA"));

        await cloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["news"] });
        (await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest())).MetricAlarms.ShouldBeNull();
    }

    [Fact]
    public async Task PutMetricAlarm_WithoutAThreshold_IsRefused()
    {
        using var cloudWatch = Aws.CloudWatchClient();

        (await Should.ThrowAsync<AmazonCloudWatchException>(() => cloudWatch.PutMetricAlarmAsync(new PutMetricAlarmRequest { AlarmName = "news" })))
            .ErrorCode.ShouldBe("InvalidParameterValue");
    }

    [Fact]
    public async Task DescribeAlarms_MoreThanAPage_ContinuesFromTheToken()
    {
        foreach (var number in Enumerable.Range(100, 51))
        {
            Aws.CloudWatch.PutAlarm(new Alarm($"alarm-{number}", "Feedback", "SweepLag"));
        }

        using var cloudWatch = Aws.CloudWatchClient();

        var first = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest());
        var second = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { NextToken = first.NextToken });

        first.MetricAlarms.Count.ShouldBe(50);
        second.MetricAlarms.ShouldHaveSingleItem().AlarmName.ShouldBe("alarm-150");
        second.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task DescribeAlarms_InCborAndJson_IsTheSameDocument()
    {
        Aws.CloudWatch.PutAlarm(new Alarm("news", "AWS/SES", "Reputation.BounceRate")
        {
            Actions = ["arn:one"],
            Threshold = 0.04,
            Period = 3_600,
        });

        var json = await (await Requests.JsonAsync("GraniteServiceVersion20100801.DescribeAlarms", "{}")).Content.ReadAsStringAsync();
        var cbor = await Requests.CborAsync("/service/GraniteServiceVersion20100801/operation/DescribeAlarms", [0xA0]);

        CborTree.Read(await cbor.Content.ReadAsByteArrayAsync())!.ToJsonString().ShouldBe(json);
        json.ShouldContain("\"AlarmName\":\"news\"");
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
