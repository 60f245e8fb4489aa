using System.Net;
using Feedback.Local.Services;
using Feedback.Local.Services.Sns;

namespace Feedback.Tests.Local;

public sealed class LocalAwsTests : IAsyncLifetime
{
    private LocalAws _aws = null!;
    private AwsRequests _requests = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync();
        _requests = new AwsRequests(_aws.Endpoint);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task Publish_Query_ArrivesWhole()
    {
        _aws.AddTopic("Alarms");
        var response = await _requests.FormAsync(
            ("Action", "Publish"), ("TopicArn", "arn:aws:sns:eu-west-1:123456789012:Alarms"), ("Subject", "Paused"), ("Message", "a & b"),
            ("MessageAttributes.entry.1.Name", "level"), ("MessageAttributes.entry.1.Value.DataType", "String"),
            ("MessageAttributes.entry.1.Value.StringValue", "critical"));

        (await response.Content.ReadAsStringAsync()).ShouldContain("<MessageId>");
        var mail = _aws.Mails.ShouldHaveSingleItem();
        (mail.Subject, mail.Message, mail.Attributes["level"]).ShouldBe(("Paused", "a & b", "critical"));
    }

    [Theory]
    [InlineData("Line\nbreak", "m", "", HttpStatusCode.BadRequest)]
    [InlineData("Überschrift", "m", "", HttpStatusCode.BadRequest)]
    [InlineData("ok", "{\"email\":\"x\"}", "json", HttpStatusCode.BadRequest)]
    [InlineData("ok", "{\"default\":\"x\"}", "json", HttpStatusCode.OK)]
    public async Task Publish_WhatSnsRefuses_IsRefused(string subject, string message, string structure, HttpStatusCode status)
    {
        _aws.AddTopic("Alarms");
        var response = await _requests.FormAsync(
            ("Action", "Publish"), ("TopicArn", "x:Alarms"), ("Subject", subject), ("Message", message), ("MessageStructure", structure));
        response.StatusCode.ShouldBe(status);
        _aws.Mails.Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task QueueAttributes_DepthSet_IsGivenAsStrings()
    {
        _aws.SetQueueDepth("Deliveries", 812);
        var body = """{"QueueUrl":"http://x/123456789012/Deliveries","AttributeNames":["ApproximateNumberOfMessages"]}""";
        (await (await _requests.JsonAsync("AmazonSQS.GetQueueAttributes", body)).Content.ReadAsStringAsync())
            .ShouldBe("""{"Attributes":{"ApproximateNumberOfMessages":"812"}}""");

        var missing = await _requests.JsonAsync("AmazonSQS.GetQueueAttributes", """{"QueueUrl":"x/Other"}""");
        missing.Headers.GetValues("x-amzn-query-error").ShouldBe(["AWS.SimpleQueueService.NonExistentQueue;Sender"]);
    }

    [Fact]
    public async Task AnythingElse_IsRecordedAndRefused()
    {
        (await _requests.GetAsync("/v2/email/contact-lists")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _aws.Calls.ShouldHaveSingleItem().ShouldBeOfType<UnknownCall>().Path.ShouldBe("/v2/email/contact-lists");
    }
}
