using System.Text.Json;

namespace Feedback.Cli.Doctor.SetUps;

/// <summary>The access policy of a topic or a queue. Conditions that it can't judge count as met, so it accuses no policy wrongly.</summary>
internal sealed record AccessPolicy(string Json)
{
    /// <summary>Returns whether the policy lets an AWS service do something.</summary>
    /// <param name="service">The service's principal, such as <c>ses.amazonaws.com</c>.</param>
    /// <param name="action">The action, such as <c>sns:Publish</c>.</param>
    /// <param name="source">The ARN in whose name the service acts; null if it is not known.</param>
    /// <param name="account">The account in whose name it acts.</param>
    public bool Allows(string service, string action, string? source, string account)
    {
        using var document = JsonDocument.Parse(Json);
        return Items(Property(document.RootElement, "Statement")).Any(statement =>
            Texts(Property(statement, "Effect")).Contains("Allow")
            && Principals(statement).Any(principal => principal == "*" || principal == service)
            && Texts(Property(statement, "Action")).Any(pattern => Matches(pattern, action, ignoreCase: true))
            && Conditions(statement).All(condition => IsMet(condition.Key, condition.Patterns, source, account)));
    }

    private static bool IsMet(string key, IReadOnlyList<string> patterns, string? source, string account) => key.ToLowerInvariant() switch
    {
        "aws:sourcearn" => source is null || patterns.Any(pattern => Matches(pattern, source, ignoreCase: false)),
        "aws:sourceaccount" or "aws:sourceowner" => account.Length == 0 || patterns.Contains(account),
        _ => true,
    };

    private static IEnumerable<string> Principals(JsonElement statement) => Property(statement, "Principal") is not { } principal ? []
        : principal.ValueKind == JsonValueKind.Object ? principal.EnumerateObject().SelectMany(one => Texts(one.Value))
        : Texts(principal);

    private static IEnumerable<(string Key, IReadOnlyList<string> Patterns)> Conditions(JsonElement statement) =>
        Property(statement, "Condition") is not { ValueKind: JsonValueKind.Object } conditions ? []
            : from operation in conditions.EnumerateObject()
              from condition in operation.Value.EnumerateObject()
              where !operation.Name.Contains("Not", StringComparison.Ordinal)
              select (condition.Name, (IReadOnlyList<string>)[.. Texts(condition.Value)]);

    private static bool Matches(string pattern, string text, bool ignoreCase) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), text, ignoreCase);

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static IEnumerable<JsonElement> Items(JsonElement? value) => value is not { } one ? []
        : one.ValueKind == JsonValueKind.Array ? one.EnumerateArray()
        : [one];

    private static IEnumerable<string> Texts(JsonElement? value) =>
        Items(value).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);
}
