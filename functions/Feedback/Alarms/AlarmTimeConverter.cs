using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Alarms;

/// <summary>CloudWatch writes <c>2026-11-18T10:00:00.000+0000</c>, without the colon in the offset that JSON dates have.</summary>
internal sealed class AlarmTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new JsonException("not a time");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
