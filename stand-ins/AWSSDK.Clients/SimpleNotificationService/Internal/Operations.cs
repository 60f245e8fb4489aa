using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;
using Amazon.StandIns.Protocol;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>SNS speaks the Query protocol.</summary>
internal static class Operations
{
    public static readonly InvokeOptions Publish = Operation.Of<PublishRequest>(
        "Amazon.SimpleNotificationService",
        Write,
        new QueryResponse(xml => new PublishResponse { MessageId = QueryResponse.Text(xml, "MessageId") }, Errors.From));

    private static void Write(PublishRequest request, IRequest http)
    {
        http.Parameters.Add("Action", "Publish");
        http.Parameters.Add("Version", "2010-03-31");
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

    private static void Add(IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(name, value);
        }
    }
}
