using System.Globalization;
using System.Text.Json.Serialization;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>One cause of an entry, as JSON and as a line of CSV. An import restores it exactly.</summary>
/// <param name="Scope"><c>*</c> for all mail, or a configuration set.</param>
/// <param name="Reason">Such as <c>HardBounce</c>.</param>
/// <param name="FirstAt">The first event, or an operator's order.</param>
/// <param name="LastAt">The latest event; null for an operator's order.</param>
/// <param name="Count">How many messages gave the reason; null for an operator's order.</param>
/// <param name="Until">When it ends; null if it doesn't.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record CauseDocument(
    string Scope,
    string Reason,
    DateTimeOffset FirstAt,
    DateTimeOffset? LastAt,
    long? Count,
    DateTimeOffset? Until,
    string? Subtype,
    string? Diagnostic,
    string? ConfigurationSet,
    string? MessageId,
    string? FeedbackId,
    string? Author,
    string? Text)
{
    public static CauseDocument Of(SuppressionKey key, SuppressionCause cause)
    {
        var (events, order) = (cause as EventCause, cause as OperatorCause);
        var last = events?.Last;
        return new CauseDocument(
            key.Scope.ToString(),
            key.Reason.ToString(),
            cause.Since,
            last?.OccurredAt,
            events?.Count,
            cause.Until,
            last?.Subtype,
            last?.Diagnostic,
            last?.ConfigurationSet,
            last?.MessageId,
            last?.FeedbackId,
            order?.Author,
            order?.Text);
    }

    /// <exception cref="FormatException">Says what is wrong.</exception>
    public (SuppressionKey Key, SuppressionCause Cause) Read()
    {
        if (!Enum.TryParse<SuppressionReason>(Reason, out var reason) || !Enum.IsDefined(reason) || char.IsAsciiDigit(Reason[0]))
        {
            throw new FormatException($"the reason '{Reason}' is not known");
        }

        if (!SuppressionScope.TryParse(Scope, out var scope))
        {
            throw new FormatException($"the scope '{Scope}' is neither * nor the name of a configuration set");
        }

        var key = SuppressionKey.Of(reason, scope);
        if (SuppressionReasons.IsOfOperator(reason))
        {
            return (key, new OperatorCause(FirstAt, Author ?? "unknown", Text ?? string.Empty, Until));
        }

        return MessageId is null
            ? throw new FormatException("there is no message id")
            : (key, new EventCause(
                FirstAt,
                Math.Max(Count ?? 1, 1),
                new SuppressionEvent(LastAt ?? FirstAt, MessageId, Subtype, Diagnostic, ConfigurationSet, FeedbackId),
                Until));
    }

    internal static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
