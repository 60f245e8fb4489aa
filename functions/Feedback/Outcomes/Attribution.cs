using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>The configuration set that an outcome counts for, and how certain that is.</summary>
/// <param name="ConfigurationSet">The set's name; null if no set is known.</param>
/// <param name="Source">Where the name comes from. A stronger source moves an outcome to another set; a weaker one never does.</param>
/// <param name="Counted">False for mail that another account sent: its recipients are suppressed, but it counts in no rate of this account.</param>
internal readonly record struct Attribution(string? ConfigurationSet, AttributionSource Source, bool Counted = true)
{
    internal static Attribution None { get; } = new(ConfigurationSet: null, AttributionSource.None);

    internal static Attribution NotOurs { get; } = new(ConfigurationSet: null, AttributionSource.None, Counted: false);

    internal static Attribution To(string configurationSet, AttributionSource source) => new(configurationSet, source);

    /// <summary>The entity whose counters include the outcome. The account's counters include it too.</summary>
    internal ReputationEntity Entity =>
        ConfigurationSet is null ? ReputationEntity.Unattributed : ReputationEntity.ConfigurationSet(ConfigurationSet);

    /// <summary>
    /// Returns the attribution with the stronger source. Of two names from equally strong sources it takes the ordinally smaller one, so
    /// that the order of arrival makes no difference. Mail of another account stays with that account.
    /// </summary>
    internal Attribution Or(Attribution other)
    {
        if (!Counted || !other.Counted)
        {
            return NotOurs;
        }

        if (Source != other.Source)
        {
            return Source > other.Source ? this : other;
        }

        return string.CompareOrdinal(ConfigurationSet, other.ConfigurationSet) <= 0 ? this : other;
    }
}
