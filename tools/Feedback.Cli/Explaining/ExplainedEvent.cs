namespace Feedback.Cli.Explaining;

/// <summary>What one event of a mail was, and what it changed.</summary>
/// <param name="At">When it happened; null if the ledger doesn't keep the time.</param>
/// <param name="What">The event, in SES's terms where it has one.</param>
/// <param name="Effect">What it changed.</param>
internal sealed record ExplainedEvent(DateTimeOffset? At, string What, string Effect);
