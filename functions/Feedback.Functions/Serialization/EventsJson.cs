using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Functions.Serialization;

/// <summary>Lambda's events. SQS and SNS both have a nested MessageAttribute: the SNS one gets another name in here.</summary>
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(SNSEvent.MessageAttribute), TypeInfoPropertyName = "SnsMessageAttribute")]
[JsonSerializable(typeof(Dictionary<string, SNSEvent.MessageAttribute>), TypeInfoPropertyName = "SnsMessageAttributes")]
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class EventsJson : JsonSerializerContext;
