namespace Feedback.Cli.Simulation;

/// <summary>A message whose recipient and fate are chosen instead of drawn.</summary>
internal readonly record struct CertainMessage(string Recipient, MessageFate Fate);
