using System.Net;
using Feedback.Local.Services;

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
}
