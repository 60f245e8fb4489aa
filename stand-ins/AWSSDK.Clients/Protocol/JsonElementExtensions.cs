using System.Text.Json;

namespace Amazon.StandIns.Protocol;

/// <summary>Null for a property that is absent, as in the official clients.</summary>
internal static class JsonElementExtensions
{
    public static string Text(this JsonElement element, string name) => element.Property(name)?.GetString();

    public static bool? Flag(this JsonElement element, string name) => element.Property(name)?.GetBoolean();

    public static List<string> Texts(this JsonElement element, string name) => element.Items(name, value => value.GetString());

    public static List<T> Items<T>(this JsonElement element, string name, Func<JsonElement, T> read) =>
        element.Property(name) is { } values ? [.. values.EnumerateArray().Select(read)] : null;

    public static Dictionary<string, string> Map(this JsonElement element, string name) =>
        element.Property(name)?.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString());

    public static JsonElement? Property(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
