using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Converts plain values to attribute values and back. Times are ISO 8601 in UTC, exact to the tick, so that they sort as text.</summary>
internal static class Attributes
{
    /// <summary>The TTL attribute of every table.</summary>
    internal const string ExpiresAt = "ExpiresAt";

    internal static AttributeValue Of(string text) => new() { S = text };

    internal static AttributeValue Of(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    internal static AttributeValue Of(bool truth) => new() { BOOL = truth };

    internal static AttributeValue Of(DateTimeOffset time) => Of(Text(time));

    internal static AttributeValue Of(Dictionary<string, AttributeValue> map) => new() { M = map };

    /// <summary>DynamoDB's TTL takes whole seconds since 1970.</summary>
    internal static AttributeValue Expiry(DateTimeOffset time) => Of(time.ToUnixTimeSeconds());

    /// <summary>
    /// The same, but not before <paramref name="now"/>: DynamoDB never deletes an item whose time is more than five years past.
    /// </summary>
    internal static AttributeValue Expiry(DateTimeOffset time, DateTimeOffset now) => Expiry(time < now ? now : time);

    internal static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    internal static void Put(this Dictionary<string, AttributeValue> item, string name, string? text)
    {
        if (text is not null)
        {
            item[name] = Of(text);
        }
    }

    internal static void Put(this Dictionary<string, AttributeValue> item, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            item[name] = Of(value);
        }
    }

    internal static void Put(this Dictionary<string, AttributeValue> item, string name, long? number)
    {
        if (number is { } value)
        {
            item[name] = Of(value);
        }
    }

    internal static string Text(this Dictionary<string, AttributeValue> item, string name) => item[name].S;

    internal static string? OptionalText(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;

    internal static long Number(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? long.Parse(value.N, CultureInfo.InvariantCulture) : 0;

    internal static long? OptionalNumber(this Dictionary<string, AttributeValue> item, string name) =>
        item.ContainsKey(name) ? item.Number(name) : null;

    internal static bool Truth(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) && value.BOOL is true;

    internal static DateTimeOffset Time(this Dictionary<string, AttributeValue> item, string name) => Time(item[name].S);

    internal static DateTimeOffset? OptionalTime(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? Time(value.S) : null;

    internal static T Name<T>(this Dictionary<string, AttributeValue> item, string name)
        where T : struct, Enum => Enum.Parse<T>(item[name].S);

    internal static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
