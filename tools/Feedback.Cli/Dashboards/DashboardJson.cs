using System.Text.Json.Serialization;

namespace Feedback.Cli.Dashboards;

/// <summary>Reads the body of a dashboard: a member that is missing, or one that is not known, is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DashboardBody))]
internal sealed partial class DashboardJson : JsonSerializerContext;
