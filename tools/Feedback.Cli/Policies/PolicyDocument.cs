namespace Feedback.Cli.Policies;

/// <summary>A subject's policy for machines.</summary>
internal sealed record PolicyDocument(string Subject, IReadOnlyList<PolicyPart> Parts);
