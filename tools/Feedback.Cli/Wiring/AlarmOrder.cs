using Feedback.Cli.SecondDetector;

namespace Feedback.Cli.Wiring;

/// <summary>What is to become of the alarms of the second detector.</summary>
/// <param name="Topic">The topic that AlarmFunction listens to.</param>
/// <param name="Existing">The alarms that watch SES's own rates of configuration sets.</param>
/// <param name="AreWanted">Whether each set should have them. If not, those that this command created are deleted.</param>
internal sealed record AlarmOrder(string Topic, IReadOnlyList<SetAlarm> Existing, bool AreWanted)
{
    /// <summary>The alarms that have our names and tell our topic.</summary>
    public IEnumerable<SetAlarm> Ours => Existing.Where(alarm => alarm.IsOurs && alarm.Topics.Contains(Topic));
}
