namespace Feedback.Bench.Report;

/// <summary>One figure of the report.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Figure">The figure; null where this machine could not take it, and the note says why.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="AtMost">The aim; null for a figure that only informs.</param>
/// <param name="Note">How it was made.</param>
internal sealed record Row(string Name, double? Figure, string Unit, double? AtMost = null, string Note = "")
{
    public bool Missed => Figure > AtMost;
}
