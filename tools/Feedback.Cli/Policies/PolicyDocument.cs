namespace Feedback.Cli.Policies;

/// <summary>An entity's policy as JSON.</summary>
internal sealed record PolicyDocument(string Entity, IReadOnlyList<PolicyPart> Parts);
