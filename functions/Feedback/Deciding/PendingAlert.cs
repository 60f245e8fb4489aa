namespace Feedback.Deciding;

/// <summary>
/// An alert that is decided but not known to be published: written with the transition it tells of, so that no crash can lose it.
/// </summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Version">The state's version at the transition: what makes it this alert and no other.</param>
/// <param name="Note">One more sentence, such as SES's error or an operator's reason; null for none.</param>
internal sealed record PendingAlert(AlertKind Kind, long Version, string? Note = null);
