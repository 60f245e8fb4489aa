namespace Feedback.Cli.Policies;

/// <summary>A part of a policy.</summary>
/// <param name="Name">The name of the variable in <c>template.yaml</c>, without its prefix.</param>
/// <param name="Value">The value in effect.</param>
/// <param name="Own">Whether the value comes from the entity's own policy.</param>
internal sealed record PolicyPart(string Name, string Value, bool Own);
