using Feedback.Cli.Output;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary>Shows how far a synchronisation is, and how long the rest takes at the pace so far.</summary>
internal sealed class SyncProgress(StatusLine line, TimeProvider time)
{
    private SyncStep? _step;
    private long _since;

    public void Show(SyncFinding.Progress progress)
    {
        var begins = _step != progress.Step;
        if (begins)
        {
            (_step, _since) = (progress.Step, time.GetTimestamp());
        }

        line.Show(begins, () => Text(progress, time.GetElapsedTime(_since)));
    }

    /// <param name="progress">How far it is.</param>
    /// <param name="elapsed">The time since the step began.</param>
    internal static string Text(SyncFinding.Progress progress, TimeSpan elapsed) => progress.Step switch
    {
        SyncStep.ComparingSes => $"Comparing SES's list: {Figures.Count(progress.Done, "address", "addresses")}",
        SyncStep.Counting => $"Counting what SES's list lacks: {Figures.Count(progress.Done, "entry", "entries")} read",
        SyncStep.ComparingOurs => $"Comparing our list: {Figures.Count(progress.Done, "entry", "entries")}",
        _ => $"Putting on SES's list: {Figures.Count(progress.Done)} of {Figures.Count(progress.Of)}{Left(progress, elapsed)}",
    };

    /// <summary>The first address waits for no turn, so it says nothing about the pace.</summary>
    private static string Left(SyncFinding.Progress progress, TimeSpan elapsed)
    {
        if (progress.Done < 2 || progress.Done >= progress.Of)
        {
            return string.Empty;
        }

        var left = elapsed / (progress.Done - 1) * (progress.Of - progress.Done);
        return left < TimeSpan.FromMinutes(1) ? $", {(int)left.TotalSeconds} s left"
            : left < TimeSpan.FromHours(1) ? $", {(int)left.TotalMinutes} min left"
            : $", {Figures.Count((long)left.TotalHours)} h {left.Minutes} min left";
    }
}
