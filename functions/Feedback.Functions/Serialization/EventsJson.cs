using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Feedback.Functions.Checking;
using Feedback.Functions.Streams;

namespace Feedback.Functions.Serialization;

/// <summary>Serialization metadata of Lambda's events. SQS and SNS both nest a type MessageAttribute, so that of SNS gets another property name.</summary>
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(SNSEvent.MessageAttribute), TypeInfoPropertyName = "SnsMessageAttribute")]
[JsonSerializable(typeof(Dictionary<string, SNSEvent.MessageAttribute>), TypeInfoPropertyName = "SnsMessageAttributes")]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(StreamEvent))]
[JsonSerializable(typeof(StreamResponse))]
[JsonSerializable(typeof(UrlRequest))]
[JsonSerializable(typeof(UrlResponse))]
internal sealed partial class EventsJson : JsonSerializerContext;
