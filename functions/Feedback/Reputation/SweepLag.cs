namespace Feedback.Reputation;

/// <summary>How far the sweep lags behind its work, and DeliveryFunction behind the deliveries that were sent to it.</summary>
/// <param name="Reconciliation">How long the oldest decided pause or pending alert has been waiting since its lease ended.</param>
/// <param name="Evaluation">How long the oldest evaluation has been overdue.</param>
/// <param name="Watermark">How far the watermark of deliveries is behind; null if that is not known.</param>
internal readonly record struct SweepLag(TimeSpan Reconciliation, TimeSpan Evaluation, TimeSpan? Watermark);
