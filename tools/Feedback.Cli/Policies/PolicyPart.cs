namespace Feedback.Cli.Policies;

/// <summary>One part of a policy.</summary>
/// <param name="Name">As in <c>template.yaml</c>'s variables, without the prefix.</param>
/// <param name="Value">What holds.</param>
/// <param name="Own">Whether the entity's own policy says so.</param>
internal sealed record PolicyPart(string Name, string Value, bool Own);
