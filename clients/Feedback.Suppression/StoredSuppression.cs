using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Suppression;

/// <summary>An item of the suppression table, read by the rule of docs/suppression.md: what can't be understood suppresses.</summary>
internal sealed class StoredSuppression
{
    /// <summary>The reason of an item that this library doesn't understand.</summary>
    private const string Unreadable = "Unreadable";

    private readonly DateTimeOffset? _expiresAt;
    private readonly bool _hasAllowance;

    private StoredSuppression(DateTimeOffset? expiresAt, bool hasAllowance, DateTimeOffset? allowedUntil, IReadOnlyList<SuppressionGround> grounds)
    {
        (_expiresAt, _hasAllowance, AllowedUntil, Grounds) = (expiresAt, hasAllowance, allowedUntil, grounds);
    }

    internal IReadOnlyList<SuppressionGround> Grounds { get; }

    internal DateTimeOffset? AllowedUntil { get; }

    internal static StoredSuppression Read(Dictionary<string, AttributeValue> item)
    {
        var expiresAt = Seconds(item, "ExpiresAt");
        if (!item.TryGetValue("Scopes", out var scopes) || scopes.M is null)
        {
            return new StoredSuppression(expiresAt, false, null, [new SuppressionGround(SuppressionRule.Everywhere, Unreadable, null, null)]);
        }

        var allow = item.TryGetValue("Allow", out var allowance) ? allowance.M : null;
        return new StoredSuppression(
            expiresAt, allow is not null, allow is null ? null : Seconds(allow, "Until"), [.. scopes.M.SelectMany(scope => ReadScope(scope.Key, scope.Value))]);
    }

    /// <summary>DynamoDB deletes an expired item up to days later.</summary>
    internal bool HasExpired(DateTimeOffset now) => _expiresAt <= now;

    internal bool IsAllowed(DateTimeOffset now) => _hasAllowance && !(AllowedUntil <= now);

    private static IEnumerable<SuppressionGround> ReadScope(string scope, AttributeValue reasons) => reasons.M is null
        ? [new SuppressionGround(scope, Unreadable, null, null)]
        : reasons.M.Select(reason => new SuppressionGround(
            scope,
            reason.Key,
            Time(reason.Value.M, "FirstAt") ?? Time(reason.Value.M, "At"),
            Seconds(reason.Value.M, "Until")));

    private static DateTimeOffset? Time(Dictionary<string, AttributeValue>? map, string name) =>
        map is not null && map.TryGetValue(name, out var value)
        && DateTimeOffset.TryParse(value.S, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <summary>Returns null for a number that can't be read: an end that isn't understood is none.</summary>
    private static DateTimeOffset? Seconds(Dictionary<string, AttributeValue>? map, string name) =>
        map is not null && map.TryGetValue(name, out var value)
        && long.TryParse(value.N, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
}
