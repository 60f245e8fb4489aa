using System.Text.Json.Serialization;
using Amazon.Lambda.SNSEvents;

namespace Feedback.Tests.StandIns;

/// <summary>Apart from the queue events: both have a nested MessageAttribute, and one context can't name both the same.</summary>
[JsonSerializable(typeof(SNSEvent))]
internal sealed partial class TopicEventsJson : JsonSerializerContext;
