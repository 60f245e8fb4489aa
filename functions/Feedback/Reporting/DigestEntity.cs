using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Reporting;

/// <summary>One entity in a digest: its mail of the day, and how it stands when the digest is made.</summary>
/// <param name="State">Its state.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Day">The counts of the mail that was sent on the day.</param>
/// <param name="Rolling">The counts of the policy's longest window; null where they are not shown.</param>
internal sealed record DigestEntity(EntityState State, Policy Policy, Tally Day, WindowTally? Rolling = null)
{
    private static readonly Window WholeDay = Window.Parse("24h");

    internal ReputationEntity Entity => State.Entity;

    internal bool HasMail => Day != Tally.Zero;

    /// <summary>The level that the day's own rates reach, whatever the windows said in the course of it.</summary>
    internal Level Reached => Signal.All.Max(LevelOf);

    /// <summary>The level now, or that of the day if it is worse.</summary>
    internal Level Worst => State.Level > Reached ? State.Level : Reached;

    internal bool IsStopped => State.Sending != SendingStatus.Enabled;

    internal bool IsTroubled => IsStopped || State.Held || Worst != Level.Normal;

    /// <summary>The sort key; the greatest is the worst. Among those without trouble, the one that is most surely near its thresholds.</summary>
    internal (bool Stopped, Level Level, bool Held, double Nearness) Severity => (IsStopped, Worst, State.Held, Signal.All.Max(Nearness));

    internal Rate Of(Signal signal) => Rate.Of(signal, WholeDay, Day);

    internal Level LevelOf(Signal signal) =>
        Policy.Mode == Mode.Off ? Level.Normal
        : Of(signal).Breaches(Policy.Of(signal), Level.Critical) ? Level.Critical
        : Of(signal).Breaches(Policy.Of(signal), Level.Warning) ? Level.Warning
        : Level.Normal;

    /// <summary>A share of the critical threshold. The lower bound of the rate, so that one bounce of two mails does not lead the list.</summary>
    private double Nearness(Signal signal) =>
        WilsonInterval.LowerBound(Of(signal).Events, Of(signal).Trials, Rate.Z) / (double)Policy.Of(signal).Critical;
}
