namespace Feedback.Cli.Report;

/// <summary>How often a domain or type occurs.</summary>
internal sealed record CountedName(string Name, int Count);
