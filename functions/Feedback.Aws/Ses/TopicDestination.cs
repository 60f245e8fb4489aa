namespace Feedback.Aws.Ses;

/// <summary>An event destination of a configuration set.</summary>
/// <param name="Name">Its name, which is unique in the set.</param>
/// <param name="EventTypes">The types of events that it gets, as SES names them, such as <c>RENDERING_FAILURE</c>.</param>
/// <param name="Topic">The ARN of its topic; null for a destination of another kind.</param>
/// <param name="Enabled">A disabled destination gets no events.</param>
internal sealed record TopicDestination(string Name, IReadOnlyList<string> EventTypes, string? Topic, bool Enabled = true);
