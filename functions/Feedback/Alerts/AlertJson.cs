using System.Text.Json.Serialization;

namespace Feedback.Alerts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlertFacts))]
internal sealed partial class AlertJson : JsonSerializerContext;
