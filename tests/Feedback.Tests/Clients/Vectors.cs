using System.Text.Json.Nodes;
using Feedback.Local;

namespace Feedback.Tests.Clients;

/// <summary>The test vectors that every implementation of the key and of the rule has to pass.</summary>
internal static class Vectors
{
    internal static string File { get; } = Path.Combine(RepositoryRoot.Find(), "clients", "vectors.json");

    private static JsonNode All { get; } = JsonNode.Parse(System.IO.File.ReadAllText(File))!;

    internal static IEnumerable<(string Address, string? Key)> Addresses =>
        All["addresses"]!.AsArray().Select(one => (one!["address"]!.GetValue<string>(), one["key"]?.GetValue<string>()));

    internal static IEnumerable<JsonNode> Items => All["items"]!.AsArray().Select(one => one!);
}
