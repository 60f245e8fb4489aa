using System.Net;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;

namespace Feedback.Tests.Local;

public sealed class LocalAwsTests : LocalAwsTest
{
    [Fact]
    public async Task Publish_Query_ArrivesWhole()
    {
        Aws.AddTopic("Alarms");
        var response = await Requests.FormAsync(
            ("Action", "Publish"), ("TopicArn", "arn:aws:sns:eu-west-1:123456789012:Alarms"), ("Subject", "Paused"), ("Message", "a & b"),
            ("MessageAttributes.entry.1.Name", "level"), ("MessageAttributes.entry.1.Value.DataType", "String"),
            ("MessageAttributes.entry.1.Value.StringValue", "critical"));

        (await response.Content.ReadAsStringAsync()).ShouldContain("<MessageId>");
        var mail = Aws.Mails.ShouldHaveSingleItem();
        (mail.Subject, mail.Message, mail.Attributes["level"]).ShouldBe(("Paused", "a & b", "critical"));
    }

    [Theory]
    [InlineData("Line\nbreak", "m", "", HttpStatusCode.BadRequest)]
    [InlineData("Überschrift", "m", "", HttpStatusCode.BadRequest)]
    [InlineData("ok", "{\"email\":\"x\"}", "json", HttpStatusCode.BadRequest)]
    [InlineData("ok", "{\"default\":\"x\"}", "json", HttpStatusCode.OK)]
    public async Task Publish_WhatSnsRefuses_IsRefused(string subject, string message, string structure, HttpStatusCode status)
    {
        Aws.AddTopic("Alarms");
        var response = await Requests.FormAsync(
            ("Action", "Publish"), ("TopicArn", "x:Alarms"), ("Subject", subject), ("Message", message), ("MessageStructure", structure));
        response.StatusCode.ShouldBe(status);
        Aws.Mails.Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task QueueAttributes_DepthSet_IsGivenAsStrings()
    {
        Aws.SetQueueDepth("Deliveries", 812);
        var body = """{"QueueUrl":"http://x/123456789012/Deliveries","AttributeNames":["ApproximateNumberOfMessages"]}""";
        (await (await Requests.JsonAsync("AmazonSQS.GetQueueAttributes", body)).Content.ReadAsStringAsync())
            .ShouldBe("""{"Attributes":{"ApproximateNumberOfMessages":"812"}}""");

        var missing = await Requests.JsonAsync("AmazonSQS.GetQueueAttributes", """{"QueueUrl":"x/Other"}""");
        missing.Headers.GetValues("x-amzn-query-error").ShouldBe(["AWS.SimpleQueueService.NonExistentQueue;Sender"]);
    }

    [Fact]
    public async Task AnythingElse_IsRecordedAndRefused()
    {
        (await Requests.GetAsync("/v2/email/contact-lists")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Aws.Calls.ShouldHaveSingleItem().ShouldBeOfType<UnknownCall>().Path.ShouldBe("/v2/email/contact-lists");
    }
}
