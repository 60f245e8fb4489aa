using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Feedback.Functions.Serialization;

/// <summary>Serializes the events and responses of all functions. Uses no reflection, and tolerates strings that are not valid Unicode.</summary>
internal sealed class EventSerializer() : SourceGeneratorLambdaJsonSerializer<EventsJson>(
    (Action<JsonSerializerOptions>)(options => options.Converters.Add(new TolerantStringConverter())));
