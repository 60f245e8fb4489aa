using Feedback.Outcomes;

namespace Feedback.Sending;

/// <summary>One transition or operator action of a subject, kept 400 days.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Version">The state's version after it.</param>
/// <param name="What">Such as <c>Paused</c> or <c>Resumed</c>.</param>
/// <param name="Level">The level after it.</param>
/// <param name="Sending">The sending status after it.</param>
/// <param name="Who">Who did it: <c>Feedback</c>, or an operator's name.</param>
/// <param name="Evidence">The rate behind it, or the operator's reason.</param>
internal sealed record HistoryEntry(
    Subject Subject,
    DateTimeOffset At,
    long Version,
    string What,
    string Level,
    string Sending,
    string Who,
    string Evidence)
{
    /// <summary>The actor of what nobody but the rates asked for.</summary>
    internal const string Feedback = "Feedback";

    internal static HistoryEntry Of(SubjectState after, string who, string evidence) => new(
        after.Subject,
        after.ChangedAt ?? default,
        after.Version,
        after.Change,
        after.Level.ToString(),
        after.Sending.ToString(),
        who,
        evidence);
}
