namespace Feedback.Cli.Demo;

/// <summary>A step of the demo, and what to say of it.</summary>
internal sealed record Phase(string Name, string Result, TimeSpan Took);
