namespace Feedback.Reputation;

/// <summary>A subject's counts in one window.</summary>
internal readonly record struct WindowTally(Window Window, Tally Tally);
