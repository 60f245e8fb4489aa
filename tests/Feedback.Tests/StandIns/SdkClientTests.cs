using System.Net;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;
using Request = Feedback.Tests.StandIns.LoopbackService.Request;

namespace Feedback.Tests.StandIns;

/// <summary>What the SDK clients send and how they fail, official or stand-in.</summary>
public class SdkClientTests
{
    private static readonly BasicAWSCredentials Credentials = new("key", "secret");

    [Fact]
    public async Task PutConfigurationSetSendingOptionsAsync_Disabled_PutsSignedRequest()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = Ses(service);

        await ses.PutConfigurationSetSendingOptionsAsync(
            new PutConfigurationSetSendingOptionsRequest { ConfigurationSetName = "news", SendingEnabled = false });

        var request = service.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("PUT");
        request.Path.ShouldBe("/v2/email/configuration-sets/news/sending");
        request.Body.ShouldBe("""{"SendingEnabled":false}""");
        Signature(request).ShouldContain("/eu-west-1/ses/aws4_request");
    }

    [Fact]
    public async Task GetConfigurationSetAsync_Paused_ReadsSendingOptions()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200, """{"ConfigurationSetName":"news","Tags":[],"SendingOptions":{"SendingEnabled":false}}"""));
        using var ses = Ses(service);

        var set = await ses.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = "news" });

        set.ConfigurationSetName.ShouldBe("news");
        set.SendingOptions.SendingEnabled.ShouldBe(false);
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/configuration-sets/news");
    }

    [Fact]
    public async Task GetConfigurationSetEventDestinationsAsync_TopicAndBus_ReadsBoth()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200,
            """
            {"EventDestinations":[
              {"Name":"a","Enabled":true,"MatchingEventTypes":["BOUNCE","DELIVERY"],"SnsDestination":{"TopicArn":"arn:topic"}},
              {"Name":"b","Enabled":false,"MatchingEventTypes":["OPEN"],"EventBridgeDestination":{"EventBusArn":"arn:bus"}}]}
            """));
        using var ses = Ses(service);

        var answer = await ses.GetConfigurationSetEventDestinationsAsync(new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = "news" });

        answer.EventDestinations.Select(destination => (destination.Name, destination.Enabled)).ShouldBe([("a", true), ("b", false)]);
        answer.EventDestinations[0].MatchingEventTypes.ShouldBe(["BOUNCE", "DELIVERY"]);
        answer.EventDestinations[0].SnsDestination.TopicArn.ShouldBe("arn:topic");
        answer.EventDestinations[0].EventBridgeDestination.ShouldBeNull();
        answer.EventDestinations[1].EventBridgeDestination.EventBusArn.ShouldBe("arn:bus");
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/configuration-sets/news/event-destinations");
    }

    [Fact]
    public async Task ListSuppressedDestinationsAsync_APage_ReadsSpellingReasonAndTime()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200,
            """
            {"NextToken":"next","SuppressedDestinationSummaries":[
              {"EmailAddress":"Ann@Example.org","Reason":"COMPLAINT","LastUpdateTime":1.643E9}]}
            """));
        using var ses = Ses(service);

        var page = await ses.ListSuppressedDestinationsAsync(new ListSuppressedDestinationsRequest { NextToken = "a+/=", PageSize = 1_000 });

        page.NextToken.ShouldBe("next");
        var listed = page.SuppressedDestinationSummaries.ShouldHaveSingleItem();
        (listed.EmailAddress, listed.Reason).ShouldBe(("Ann@Example.org", SuppressionListReason.COMPLAINT));
        listed.LastUpdateTime.ShouldNotBeNull().ToUniversalTime().ShouldBe(DateTime.UnixEpoch.AddSeconds(1_643_000_000));
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/suppression/addresses?NextToken=a%2B%2F%3D&PageSize=1000");
    }

    [Fact]
    public async Task SuppressedDestinations_PutAndDeleted_AreWrittenAsSesReadsThem()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = Ses(service);

        await ses.PutSuppressedDestinationAsync(
            new PutSuppressedDestinationRequest { EmailAddress = "ann@example.org", Reason = SuppressionListReason.BOUNCE });
        await ses.DeleteSuppressedDestinationAsync(new DeleteSuppressedDestinationRequest { EmailAddress = "ann@example.org" });

        service.Requests.Select(request => (request.Method, request.Path)).ShouldBe(
            [("PUT", "/v2/email/suppression/addresses"), ("DELETE", "/v2/email/suppression/addresses/ann%40example.org")]);
        service.Requests.First().Body.ShouldBe("""{"EmailAddress":"ann@example.org","Reason":"BOUNCE"}""");
    }

    [Fact]
    public async Task EventDestinations_CreatedUpdatedAndDeleted_AreWrittenAsSesReadsThem()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = Ses(service);
        var definition = new EventDestinationDefinition
        {
            Enabled = true,
            MatchingEventTypes = ["REJECT", "DELIVERY_DELAY"],
            SnsDestination = new SnsDestination { TopicArn = "arn:topic" },
        };

        await ses.CreateConfigurationSetEventDestinationAsync(
            new CreateConfigurationSetEventDestinationRequest { ConfigurationSetName = "news", EventDestinationName = "a", EventDestination = definition });
        await ses.UpdateConfigurationSetEventDestinationAsync(
            new UpdateConfigurationSetEventDestinationRequest { ConfigurationSetName = "news", EventDestinationName = "a", EventDestination = definition });
        await ses.DeleteConfigurationSetEventDestinationAsync(
            new DeleteConfigurationSetEventDestinationRequest { ConfigurationSetName = "news", EventDestinationName = "a" });
        await ses.PutConfigurationSetReputationOptionsAsync(
            new PutConfigurationSetReputationOptionsRequest { ConfigurationSetName = "news", ReputationMetricsEnabled = true });

        const string sent = """{"Enabled":true,"MatchingEventTypes":["REJECT","DELIVERY_DELAY"],"SnsDestination":{"TopicArn":"arn:topic"}}""";
        var requests = service.Requests.ToList();
        requests.Select(request => $"{request.Method} {request.Path}").ShouldBe(
        [
            "POST /v2/email/configuration-sets/news/event-destinations",
            "PUT /v2/email/configuration-sets/news/event-destinations/a",
            "DELETE /v2/email/configuration-sets/news/event-destinations/a",
            "PUT /v2/email/configuration-sets/news/reputation-options",
        ]);
        JsonNode.DeepEquals(JsonNode.Parse(requests[0].Body), JsonNode.Parse($$"""{"EventDestinationName":"a","EventDestination":{{sent}}}""")).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(requests[1].Body), JsonNode.Parse($$"""{"EventDestination":{{sent}}}""")).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(requests[3].Body), JsonNode.Parse("""{"ReputationMetricsEnabled":true}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task GetEmailIdentityAsync_Address_EscapesPath()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = Ses(service);

        var identity = await ses.GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = "news@example.com" });

        identity.ConfigurationSetName.ShouldBeNull();
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/identities/news%40example.com");
    }

    [Fact]
    public async Task ListConfigurationSetsAsync_NextToken_SendsQuery()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, """{"ConfigurationSets":["news"],"NextToken":"more"}"""));
        using var ses = Ses(service);

        var page = await ses.ListConfigurationSetsAsync(new ListConfigurationSetsRequest { NextToken = "a b", PageSize = 1 });

        page.ConfigurationSets.ShouldBe(["news"]);
        page.NextToken.ShouldBe("more");
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/configuration-sets?NextToken=a%20b&PageSize=1");
    }

    [Fact]
    public async Task GetAccountAsync_ThrottledOnce_RetriesAndSucceeds()
    {
        var calls = 0;
        using var service = new LoopbackService(_ => calls++ == 0
            ? Error(429, "TooManyRequestsException")
            : Reply.Json(200, """{"SendingEnabled":true,"EnforcementStatus":"HEALTHY"}"""));
        using var ses = Ses(service, retries: 1);

        var account = await ses.GetAccountAsync(new GetAccountRequest());

        account.SendingEnabled.ShouldBe(true);
        account.EnforcementStatus.ShouldBe("HEALTHY");
        service.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(404, "NotFoundException", typeof(Amazon.SimpleEmailV2.Model.NotFoundException))]
    [InlineData(429, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(400, "BadRequestException", typeof(BadRequestException))]
    [InlineData(500, "InternalFailure", typeof(AmazonSimpleEmailServiceV2Exception))]
    public async Task GetConfigurationSetAsync_ErrorCode_ThrowsTyped(int status, string code, Type type)
    {
        using var service = new LoopbackService(_ => Error(status, code));
        using var ses = Ses(service);

        var exception = await Should.ThrowAsync<AmazonSimpleEmailServiceV2Exception>(
            ses.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = "news" }));

        exception.ShouldBeOfType(type);
        exception.ErrorCode.ShouldBe(code);
        exception.StatusCode.ShouldBe((HttpStatusCode)status);
        exception.Message.ShouldBe("no");
    }

    [Fact]
    public async Task PublishAsync_Alert_SendsFormAndReadsMessageId()
    {
        using var service = new LoopbackService(_ => Reply.Xml(
            200,
            "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult>"
            + "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>"));
        using var sns = new AmazonSimpleNotificationServiceClient(Credentials, Configure(new AmazonSimpleNotificationServiceConfig(), service));

        var response = await sns.PublishAsync(new PublishRequest("arn:aws:sns:eu-west-1:1:alarms", "a & b", "paused")
        {
            MessageAttributes = new()
            {
                ["level"] = new Amazon.SimpleNotificationService.Model.MessageAttributeValue { DataType = "String", StringValue = "critical" },
            },
        });

        response.MessageId.ShouldBe("m-1");
        var request = service.Requests.ShouldHaveSingleItem();
        request.Body.ShouldContain("Action=Publish");
        request.Body.ShouldContain("Message=a%20%26%20b");
        request.Body.ShouldContain("Subject=paused");
        request.Body.ShouldContain("MessageAttributes.entry.1.Value.StringValue=critical");
        Signature(request).ShouldContain("/sns/aws4_request");
    }

    [Fact]
    public async Task PublishAsync_NoSuchTopic_ThrowsTyped()
    {
        using var service = new LoopbackService(_ => Reply.Xml(
            404, "<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>no</Message></Error><RequestId>r-1</RequestId></ErrorResponse>"));
        using var sns = new AmazonSimpleNotificationServiceClient(Credentials, Configure(new AmazonSimpleNotificationServiceConfig(), service));

        var exception = await Should.ThrowAsync<Amazon.SimpleNotificationService.Model.NotFoundException>(sns.PublishAsync(new PublishRequest("arn", "text")));

        exception.ErrorCode.ShouldBe("NotFound");
        exception.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        exception.RequestId.ShouldBe("r-1");
    }

    [Fact]
    public async Task GetQueueAttributesAsync_Backlog_ReadsNumbers()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200, """{"Attributes":{"ApproximateNumberOfMessages":"7","ApproximateNumberOfMessagesNotVisible":"2"}}"""));
        using var sqs = new AmazonSQSClient(Credentials, Configure(new AmazonSQSConfig(), service));

        var queue = await sqs.GetQueueAttributesAsync(new GetQueueAttributesRequest
        {
            QueueUrl = "https://sqs/1/delivery",
            AttributeNames = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        });

        queue.ApproximateNumberOfMessages.ShouldBe(7);
        queue.ApproximateNumberOfMessagesNotVisible.ShouldBe(2);
        queue.ApproximateNumberOfMessagesDelayed.ShouldBe(0);
        var request = service.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe("AmazonSQS.GetQueueAttributes");
        request.Body.ShouldContain("https://sqs/1/delivery");
        Signature(request).ShouldContain("/sqs/aws4_request");
    }

    [Fact]
    public async Task GetQueueAttributesAsync_NoSuchQueue_ThrowsTypedWithTheCodeOfTheQueryProtocol()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            400,
            """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}""",
            ("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender")));
        using var sqs = new AmazonSQSClient(Credentials, Configure(new AmazonSQSConfig(), service));

        var exception = await Should.ThrowAsync<QueueDoesNotExistException>(
            sqs.GetQueueAttributesAsync(new GetQueueAttributesRequest { QueueUrl = "https://sqs/1/none" }));

        exception.ErrorCode.ShouldBe("AWS.SimpleQueueService.NonExistentQueue");
    }

    [Fact]
    public async Task PutMetricDataAsync_Rate_SendsSignedDatum()
    {
        // The official client speaks CBOR, in which texts stand in clear as well.
        using var service = new LoopbackService(request => request.Headers["Content-Type"] == "application/cbor"
            ? new Reply(200, "application/cbor", [0xA0], ("smithy-protocol", "rpc-v2-cbor"))
            : Reply.Xml(200, "<PutMetricDataResponse><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PutMetricDataResponse>"));
        using var cloudWatch = new AmazonCloudWatchClient(Credentials, Configure(new AmazonCloudWatchConfig(), service));

        await cloudWatch.PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "Feedback",
            MetricData =
            [
                new MetricDatum
                {
                    MetricName = "BounceRate",
                    Timestamp = DateTime.UnixEpoch,
                    Unit = StandardUnit.Percent,
                    Value = 1.5,
                    Dimensions = [new Dimension { Name = "Set", Value = "news" }],
                },
            ],
        });

        var request = service.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        foreach (var text in (string[])["Feedback", "BounceRate", "Percent", "news"])
        {
            request.Body.ShouldContain(text);
        }

        Signature(request).ShouldContain("/monitoring/aws4_request");
    }

    private static AmazonSimpleEmailServiceV2Client Ses(LoopbackService service, int retries = 0) =>
        new(Credentials, Configure(new AmazonSimpleEmailServiceV2Config(), service, retries));

    private static T Configure<T>(T config, LoopbackService service, int retries = 0)
        where T : ClientConfig
    {
        config.ServiceURL = service.Url;
        config.AuthenticationRegion = "eu-west-1";
        config.MaxErrorRetry = retries;
        config.Timeout = TimeSpan.FromSeconds(10);
        return config;
    }

    private static Reply Error(int status, string code) =>
        Reply.Json(status, """{"message":"no"}""", ("x-amzn-ErrorType", code));

    private static string Signature(Request request)
    {
        var header = request.Headers["Authorization"].ShouldNotBeNull();
        header.ShouldStartWith("AWS4-HMAC-SHA256 Credential=key/");
        return header;
    }
}
