using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Alarms;

/// <summary>Reads CloudWatch's JSON. CloudWatch writes a dimension as name/value or as Name/Value, depending on the age of the alarm.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, Converters = [typeof(TimeConverter)])]
[JsonSerializable(typeof(AlarmNotification))]
internal sealed partial class AlarmJson : JsonSerializerContext
{
    /// <summary>Reads times such as <c>2026-11-18T10:00:00.000+0000</c>, which lack the colon that JSON times have in their offset.</summary>
    internal sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            System.DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time.ToUniversalTime()
                : throw new JsonException("not a time");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}
