namespace Feedback.Reputation;

/// <summary>An entity's counts in one window.</summary>
internal readonly record struct WindowTally(Window Window, Tally Tally);
