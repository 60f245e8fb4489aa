namespace Feedback.Configuration;

/// <summary>The account and Region that Feedback watches. A pause holds for one Region only.</summary>
internal sealed record Deployment(string AccountId, string Region);
