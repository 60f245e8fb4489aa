using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Tests.StandIns;

[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class QueueEventsJson : JsonSerializerContext;
