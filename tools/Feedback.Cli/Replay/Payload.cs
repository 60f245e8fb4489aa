namespace Feedback.Cli.Replay;

/// <summary>The payload of one invocation.</summary>
/// <param name="Function">The function's logical id.</param>
/// <param name="Json">The Lambda event; null if it is still to be made from <paramref name="Bodies"/>.</param>
/// <param name="Bodies">The bodies of queue messages; empty for other events.</param>
/// <param name="ConfigurationSets">The configuration sets that the messages name, which the local SES has to know.</param>
internal sealed record Payload(string Function, string? Json, IReadOnlyList<string> Bodies, IReadOnlyList<string> ConfigurationSets)
{
    public int Messages => Math.Max(1, Bodies.Count);
}
