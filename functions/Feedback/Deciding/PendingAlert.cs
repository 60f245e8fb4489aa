namespace Feedback.Deciding;

/// <summary>
/// An alert that is not known to be published yet. It is written together with its transition (an outbox of one), so that no crash can
/// lose it.
/// </summary>
/// <param name="Kind">The transition it reports.</param>
/// <param name="Version">The state's version at the transition; identifies the alert.</param>
/// <param name="Note">One more sentence for the mail, such as SES's error or an operator's reason; null for none.</param>
internal sealed record PendingAlert(AlertKind Kind, long Version, string? Note = null)
{
    /// <summary>The names of the alert targets that have taken it, while others have not.</summary>
    internal IReadOnlyList<string> TakenBy { get; init; } = [];
}
