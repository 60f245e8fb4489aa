using System.Formats.Cbor;
using System.IO.Compression;
using System.Net;
using Feedback.Local.Services;
using Feedback.Local.Services.CloudWatch;

namespace Feedback.Tests.Local;

public sealed class LocalAwsTests : IAsyncLifetime
{
    private LocalAws aws = null!;
    private AwsRequests requests = null!;

    public async Task InitializeAsync()
    {
        aws = await LocalAws.StartAsync();
        requests = new AwsRequests(aws.Endpoint);
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task Sending_PutAndGet_KeepsTheStateAndRecordsTheCall()
    {
        aws.Ses.AddConfigurationSet("newsletter");
        (await requests.SendingAsync("newsletter", enabled: false)).StatusCode.ShouldBe(HttpStatusCode.OK);

        aws.Ses.IsSending("newsletter").ShouldBeFalse();
        (await (await requests.GetAsync("/v2/email/configuration-sets/newsletter")).Content.ReadAsStringAsync())
            .ShouldContain("""
                "SendingOptions":{"SendingEnabled":false}
                """.Trim());

        var put = aws.SesCalls[0];
        (put.Operation, put.Method, put.Name, put.Enabled, put.StatusGiven, put.Applied)
            .ShouldBe((AwsOperation.PutConfigurationSetSendingOptions, "PUT", "newsletter", false, 200, true));
    }

    [Fact]
    public async Task Sending_Reenabled_StartsReputationAfresh()
    {
        aws.Ses.AddConfigurationSet("newsletter", sendingEnabled: false);
        await requests.SendingAsync("newsletter", enabled: true);
        aws.Ses.ConfigurationSet("newsletter")!.LastFreshStart.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sending_UnknownSet_IsNotFoundAsSesSaysIt()
    {
        var response = await requests.SendingAsync("nobody", enabled: false);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["NotFoundException"]);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"message":""");
    }

    [Fact]
    public async Task ConfigurationSets_MoreThanAPage_ContinueFromTheToken()
    {
        foreach (var name in (string[])["c", "a", "b"])
            aws.Ses.AddConfigurationSet(name);

        (await BodyAsync("/v2/email/configuration-sets?PageSize=2")).ShouldBe("""{"ConfigurationSets":["a","b"],"NextToken":"b"}""");
        (await BodyAsync("/v2/email/configuration-sets?PageSize=2&NextToken=b")).ShouldBe("""{"ConfigurationSets":["c"]}""");
    }

    [Fact]
    public async Task Identity_Escaped_GivesItsDefaultConfigurationSet()
    {
        aws.Ses.AddIdentity("shop@example.com", "newsletter");
        (await BodyAsync("/v2/email/identities/shop%40example.com")).ShouldContain("""
            "ConfigurationSetName":"newsletter"
            """.Trim());
    }

    [Fact]
    public async Task Publish_Query_ArrivesWhole()
    {
        aws.AddTopic("Alarms");
        var response = await requests.FormAsync(
            ("Action", "Publish"), ("TopicArn", "arn:aws:sns:eu-west-1:123456789012:Alarms"), ("Subject", "Paused"), ("Message", "a & b"),
            ("MessageAttributes.entry.1.Name", "level"), ("MessageAttributes.entry.1.Value.DataType", "String"),
            ("MessageAttributes.entry.1.Value.StringValue", "critical"));

        (await response.Content.ReadAsStringAsync()).ShouldContain("<MessageId>");
        var mail = aws.Mails.ShouldHaveSingleItem();
        (mail.Subject, mail.Message, mail.Attributes["level"]).ShouldBe(("Paused", "a & b", "critical"));
    }

    [Theory]
    [InlineData("Line\nbreak", "m", "", HttpStatusCode.BadRequest)]
    [InlineData("Überschrift", "m", "", HttpStatusCode.BadRequest)]
    [InlineData("ok", "{\"email\":\"x\"}", "json", HttpStatusCode.BadRequest)]
    [InlineData("ok", "{\"default\":\"x\"}", "json", HttpStatusCode.OK)]
    public async Task Publish_WhatSnsRefuses_IsRefused(string subject, string message, string structure, HttpStatusCode status)
    {
        aws.AddTopic("Alarms");
        var response = await requests.FormAsync(
            ("Action", "Publish"), ("TopicArn", "x:Alarms"), ("Subject", subject), ("Message", message), ("MessageStructure", structure));
        response.StatusCode.ShouldBe(status);
        aws.Mails.Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task PutMetricData_InEachProtocol_IsTheSameMetric()
    {
        await requests.FormAsync(
            ("Action", "PutMetricData"), ("Namespace", "Feedback"), ("MetricData.member.1.MetricName", "BounceRate"),
            ("MetricData.member.1.Value", "0.025"), ("MetricData.member.1.Unit", "None"), ("MetricData.member.1.Timestamp", "2026-01-02T03:04:05Z"),
            ("MetricData.member.1.Dimensions.member.1.Name", "Set"), ("MetricData.member.1.Dimensions.member.1.Value", "a"));
        await requests.JsonAsync("GraniteServiceVersion20100801.PutMetricData", """
            {"Namespace":"Feedback","MetricData":[{"MetricName":"BounceRate","Value":0.025,"Unit":"None","Timestamp":1767323045,
             "Dimensions":[{"Name":"Set","Value":"a"}]}]}
            """);
        await requests.CborAsync("/service/GraniteServiceVersion20100801/operation/PutMetricData", Zipped(MetricInCbor()), "gzip");

        aws.Calls.Select(call => (call.Protocol, call.StatusGiven)).ShouldBe([(AwsProtocol.Query, 200), (AwsProtocol.Json, 200), (AwsProtocol.Cbor, 200)]);
        foreach (var metric in aws.Metrics)
        {
            (metric with { Dimensions = null! }).ShouldBe(new MetricPut(
                "Feedback", "BounceRate", null!, 0.025, 1, "None", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
            metric.Dimensions.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, string>("Set", "a"));
        }
    }

    [Fact]
    public async Task QueueAttributes_DepthSet_IsGivenAsStrings()
    {
        aws.SetQueueDepth("Deliveries", 812);
        var body = """{"QueueUrl":"http://x/123456789012/Deliveries","AttributeNames":["ApproximateNumberOfMessages"]}""";
        (await (await requests.JsonAsync("AmazonSQS.GetQueueAttributes", body)).Content.ReadAsStringAsync())
            .ShouldBe("""{"Attributes":{"ApproximateNumberOfMessages":"812"}}""");

        var missing = await requests.JsonAsync("AmazonSQS.GetQueueAttributes", """{"QueueUrl":"x/Other"}""");
        missing.Headers.GetValues("x-amzn-query-error").ShouldBe(["AWS.SimpleQueueService.NonExistentQueue;Sender"]);
    }

    [Fact]
    public async Task AnythingElse_IsRecordedAndRefused()
    {
        (await requests.GetAsync("/v2/email/contact-lists")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        aws.Calls.ShouldHaveSingleItem().ShouldBeOfType<UnknownCall>().Path.ShouldBe("/v2/email/contact-lists");
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
            gzip.Write(bytes);
        return zipped.ToArray();
    }

    private async Task<string> BodyAsync(string path) => await (await requests.GetAsync(path)).Content.ReadAsStringAsync();
}
