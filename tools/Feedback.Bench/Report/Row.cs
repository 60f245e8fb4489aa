namespace Feedback.Bench.Report;

/// <summary>A figure of the report.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Figure">The figure; null if this machine could not take it, as the note explains.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="AtMost">The target for a figure that should be small; null for a figure without one.</param>
/// <param name="Note">How it was measured.</param>
/// <param name="AtLeast">The target for a figure that should be large; null for a figure without one.</param>
internal sealed record Row(string Name, double? Figure, string Unit, double? AtMost = null, string Note = "", double? AtLeast = null)
{
    public bool HasAim => AtMost is not null || AtLeast is not null;

    public bool Missed => Figure > AtMost || Figure < AtLeast;
}
