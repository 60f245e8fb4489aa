namespace Feedback.Cli.Replay;

/// <summary>What one invocation is given.</summary>
/// <param name="Function">The function's logical id.</param>
/// <param name="Json">Lambda's event; null where <paramref name="Bodies"/> are still to be made one.</param>
/// <param name="Bodies">The bodies of the messages, as far as they are messages of a queue.</param>
/// <param name="ConfigurationSets">Those the messages name: SES has to have them.</param>
internal sealed record Payload(string Function, string? Json, IReadOnlyList<string> Bodies, IReadOnlyList<string> ConfigurationSets)
{
    public int Messages => Math.Max(1, Bodies.Count);
}
