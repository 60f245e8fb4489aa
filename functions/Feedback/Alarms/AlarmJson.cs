using System.Text.Json.Serialization;

namespace Feedback.Alarms;

/// <summary>CloudWatch writes dimensions as name/value or Name/Value, by age of the alarm.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, Converters = [typeof(AlarmTimeConverter)])]
[JsonSerializable(typeof(AlarmNotification))]
internal sealed partial class AlarmJson : JsonSerializerContext;
