using System;

namespace Feedback.Suppression;

/// <summary>The list's answer about one address.</summary>
public sealed class SuppressionCheck
{
    private SuppressionCheck(string address, string? key, SuppressionVerdict verdict, string? problem = null)
    {
        (Address, Key, Verdict, Problem) = (address, key, verdict, problem);
    }

    /// <summary>The address as it was asked for.</summary>
    public string Address { get; }

    /// <summary>The address as the list spells it; null if it is invalid.</summary>
    public string? Key { get; }

    /// <summary>The answer.</summary>
    public SuppressionVerdict Verdict { get; }

    /// <summary>True if mail may be sent. Anything but a certain yes is false.</summary>
    public bool MaySend => Verdict is SuppressionVerdict.MaySend or SuppressionVerdict.Allowed;

    /// <summary>The scope that suppresses the address: <c>*</c> for all mail, or the name of a configuration set. Null unless suppressed.</summary>
    public string? Scope { get; private init; }

    /// <summary>Such as <c>HardBounce</c> or <c>Unsubscribed</c>; of several the one that lasts longest. Null unless suppressed.</summary>
    public string? Reason { get; private init; }

    /// <summary>Since when it is suppressed; null unless that is known.</summary>
    public DateTimeOffset? Since { get; private init; }

    /// <summary>Until when it is suppressed, or until when mail to it is allowed; null if that has no end.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>The fault of an invalid address, or the reason why the answer is unknown; never the address itself. Null for every other answer.</summary>
    public string? Problem { get; }

    internal static SuppressionCheck Invalid(string address, string problem) => new(address, key: null, SuppressionVerdict.Invalid, problem);

    internal static SuppressionCheck Unknown(string address, string key, Exception failure) =>
        new(address, key, SuppressionVerdict.Unknown, failure.Message);

    internal static SuppressionCheck Of(string address, string key, StoredSuppression? stored, string scope, DateTimeOffset now)
    {
        if (stored is null || stored.HasExpired(now))
        {
            return new SuppressionCheck(address, key, SuppressionVerdict.MaySend);
        }

        if (stored.IsAllowed(now))
        {
            return new SuppressionCheck(address, key, SuppressionVerdict.Allowed) { Until = stored.AllowedUntil };
        }

        return SuppressionRule.Deciding(stored.Grounds, scope, now) is { } ground
            ? new SuppressionCheck(address, key, SuppressionVerdict.Suppressed)
            {
                Scope = ground.Scope,
                Reason = ground.Reason,
                Since = ground.Since,
                Until = ground.Until,
            }
            : new SuppressionCheck(address, key, SuppressionVerdict.MaySend);
    }
}
