using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Functions.Serialization;

/// <summary>
/// Serialization metadata of Lambda's events. Several packages nest types of the same name, MessageAttribute and BatchItemFailure, so that all
/// but the first of each get another property name.
/// </summary>
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(SNSEvent.MessageAttribute), TypeInfoPropertyName = "SnsMessageAttribute")]
[JsonSerializable(typeof(Dictionary<string, SNSEvent.MessageAttribute>), TypeInfoPropertyName = "SnsMessageAttributes")]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
[JsonSerializable(typeof(StreamsEventResponse.BatchItemFailure), TypeInfoPropertyName = "StreamBatchItemFailure")]
internal sealed partial class EventsJson : JsonSerializerContext;
