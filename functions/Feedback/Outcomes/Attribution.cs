using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>Whom an outcome is counted for, and how surely that is known.</summary>
/// <param name="ConfigurationSet">The set's name; null where none is known.</param>
/// <param name="Source">What named the set. Surer evidence moves an outcome, weaker evidence never does.</param>
/// <param name="Counted">False for mail that another account sent: it suppresses, and counts for nobody here.</param>
internal readonly record struct Attribution(string? ConfigurationSet, AttributionSource Source, bool Counted = true)
{
    internal static Attribution None { get; } = new(ConfigurationSet: null, AttributionSource.None);

    internal static Attribution NotOurs { get; } = new(ConfigurationSet: null, AttributionSource.None, Counted: false);

    internal static Attribution To(string configurationSet, AttributionSource source) => new(configurationSet, source);

    /// <summary>The entity that alone carries the outcome, beside the account.</summary>
    internal ReputationEntity Entity =>
        ConfigurationSet is null ? ReputationEntity.Unattributed : ReputationEntity.ConfigurationSet(ConfigurationSet);

    /// <summary>
    /// The surer of the two; of two equally sure ones that differ the ordinally smaller name, so that the order of arrival decides nothing.
    /// Mail of another account stays another account's.
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
