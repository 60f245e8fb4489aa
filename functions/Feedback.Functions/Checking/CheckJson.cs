using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Functions.Checking;

/// <summary>Serialization metadata of the endpoint. A misspelt member is refused: without its scope, a question would be another one.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckResponse))]
[JsonSerializable(typeof(CheckProblem))]
internal sealed partial class CheckJson : JsonSerializerContext;
