using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Feedback.Functions.Serialization;

/// <summary>The serializer of every function: no reflection, and one broken string does not cost the batch.</summary>
internal sealed class EventSerializer() : SourceGeneratorLambdaJsonSerializer<EventsJson>(
    (Action<JsonSerializerOptions>)(options => options.Converters.Add(new TolerantStringConverter())));
