namespace Feedback.Cli.Demo;

/// <summary>A step of the demo, its result in a line, and how long it took.</summary>
internal sealed record Phase(string Name, string Result, TimeSpan Took);
