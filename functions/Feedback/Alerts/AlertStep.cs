namespace Feedback.Alerts;

/// <summary>One thing that on-call can do about an alert.</summary>
/// <param name="Text">What to do. It ends with a colon if there is something to copy.</param>
/// <param name="Copy">The command to run, or the address to open; null for none.</param>
internal sealed record AlertStep(string Text, string? Copy = null)
{
    internal bool IsAddress => Copy?.StartsWith("https:", StringComparison.Ordinal) is true;
}
