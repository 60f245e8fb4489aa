namespace Feedback.Reputation;

/// <summary>How far the sweep lags behind its work.</summary>
/// <param name="Reconciliation">How long the oldest decided pause or pending alert has been waiting since its lease ended.</param>
/// <param name="Evaluation">How long the oldest evaluation has been overdue.</param>
internal readonly record struct SweepLag(TimeSpan Reconciliation, TimeSpan Evaluation);
