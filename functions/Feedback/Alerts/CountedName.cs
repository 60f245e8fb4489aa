namespace Feedback.Alerts;

/// <summary>How often a domain or subtype occurs among the latest harm.</summary>
internal sealed record CountedName(string Name, int Count);
