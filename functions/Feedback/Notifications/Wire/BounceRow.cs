namespace Feedback.Notifications.Wire;

/// <summary>What one kind of bounce proves.</summary>
internal readonly record struct BounceRow(string Type, string Subtype, Evidence Evidence)
{
    internal string Label { get; } = $"{Type}/{Subtype}";
}
