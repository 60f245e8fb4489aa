namespace Feedback.Cli.Simulation.Scale;

/// <summary>The options of the scenario.</summary>
/// <param name="Sets">The number of configuration sets.</param>
/// <param name="Delay">How much longer each request to the embedded database takes.</param>
/// <param name="Seed">The random seed: which sets get mail, and how much was counted for each. Times are those of the machine.</param>
internal sealed record ScaleOptions(int Sets, TimeSpan Delay, int Seed)
{
    public const int LeastSets = 50;
    public const int MostSets = 100_000;

    /// <summary>Pauses that were decided before, by a process that ended before it called SES.</summary>
    public int Unfinished => Math.Max(3, Sets / 1_000);

    /// <summary>Sets whose bounces are recorded during the run, by a process that ends before it evaluates them.</summary>
    public int LeftBehind => Math.Max(2, Sets / 2_000);

    /// <summary>Sets whose bounces arrive during the run.</summary>
    public int GoneBad => Math.Max(2, Sets / 2_000);

    /// <summary>Healthy sets at warning, each of which is due in every quarter of an hour.</summary>
    public int Watched => Sets - Unfinished - LeftBehind - GoneBad;
}
