using System.Xml.Linq;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;
using Amazon.StandIns.Protocol;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>SNS speaks the Query protocol.</summary>
internal static class Operations
{
    private const string Service = "Amazon.SimpleNotificationService";

    public static readonly InvokeOptions GetSubscriptionAttributes = Operation.Of<GetSubscriptionAttributesRequest>(
        Service,
        (request, http) =>
        {
            Begin(http, "GetSubscriptionAttributes");
            Add(http, "SubscriptionArn", request.SubscriptionArn);
        },
        new QueryResponse(xml => new GetSubscriptionAttributesResponse { Attributes = QueryResponse.Map(xml, "Attributes") }, Errors.From));

    public static readonly InvokeOptions GetTopicAttributes = Operation.Of<GetTopicAttributesRequest>(
        Service,
        (request, http) =>
        {
            Begin(http, "GetTopicAttributes");
            Add(http, "TopicArn", request.TopicArn);
        },
        new QueryResponse(xml => new GetTopicAttributesResponse { Attributes = QueryResponse.Map(xml, "Attributes") }, Errors.From));

    public static readonly InvokeOptions ListSubscriptionsByTopic = Operation.Of<ListSubscriptionsByTopicRequest>(
        Service,
        (request, http) =>
        {
            Begin(http, "ListSubscriptionsByTopic");
            Add(http, "TopicArn", request.TopicArn);
            Add(http, "NextToken", request.NextToken);
        },
        new QueryResponse(
            xml => new ListSubscriptionsByTopicResponse
            {
                NextToken = QueryResponse.Text(xml, "NextToken"),
                Subscriptions = QueryResponse.List(xml, "Subscriptions", Subscription),
            },
            Errors.From));

    public static readonly InvokeOptions Publish = Operation.Of<PublishRequest>(
        Service,
        Write,
        new QueryResponse(xml => new PublishResponse { MessageId = QueryResponse.Text(xml, "MessageId") }, Errors.From));

    private static Subscription Subscription(XElement xml) => new()
    {
        Endpoint = QueryResponse.Text(xml, "Endpoint"),
        Protocol = QueryResponse.Text(xml, "Protocol"),
        SubscriptionArn = QueryResponse.Text(xml, "SubscriptionArn"),
    };

    private static void Write(PublishRequest request, IRequest http)
    {
        Begin(http, "Publish");
        Add(http, "TopicArn", request.TopicArn);
        Add(http, "Subject", request.Subject);
        Add(http, "Message", request.Message);
        Add(http, "MessageStructure", request.MessageStructure);
        foreach (var (index, attribute) in (request.MessageAttributes ?? []).Index())
        {
            var prefix = $"MessageAttributes.entry.{index + 1}";
            Add(http, $"{prefix}.Name", attribute.Key);
            Add(http, $"{prefix}.Value.DataType", attribute.Value.DataType);
            Add(http, $"{prefix}.Value.StringValue", attribute.Value.StringValue);
        }
    }

    private static void Begin(IRequest http, string action)
    {
        http.Parameters.Add("Action", action);
        http.Parameters.Add("Version", "2010-03-31");
    }

    private static void Add(IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(name, value);
        }
    }
}
