namespace Feedback.Cli.Policies;

/// <summary>An entity's policy for machines.</summary>
internal sealed record PolicyDocument(string Entity, IReadOnlyList<PolicyPart> Parts);
