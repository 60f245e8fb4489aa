namespace Feedback.Reporting;

/// <summary>The hard bounces at one recipient domain.</summary>
internal readonly record struct CountedDomain(string Domain, int HardBounces);
