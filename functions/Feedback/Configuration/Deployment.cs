namespace Feedback.Configuration;

/// <summary>Which account and Region an alert speaks of: a pause holds for one Region.</summary>
internal sealed record Deployment(string AccountId, string Region);
