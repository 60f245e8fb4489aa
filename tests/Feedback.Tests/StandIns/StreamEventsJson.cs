using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents;

namespace Feedback.Tests.StandIns;

[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
internal sealed partial class StreamEventsJson : JsonSerializerContext;
