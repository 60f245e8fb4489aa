using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>The configuration set that an outcome counts for, and how certain that is.</summary>
/// <param name="ConfigurationSet">The set's name; null if no set is known.</param>
/// <param name="Source">Where the name comes from. A stronger source moves an outcome to another set; a weaker one never does.</param>
/// <param name="Counted">False for mail of an account whose rates this stack does not keep: its recipients are suppressed, but it counts nowhere.</param>
/// <param name="Member">The account and Region that sent the mail; null for the stack's own.</param>
internal readonly record struct Attribution(
    string? ConfigurationSet, AttributionSource Source, bool Counted = true, MemberAccount? Member = null)
{
    internal static Attribution None { get; } = new(ConfigurationSet: null, AttributionSource.None);

    internal static Attribution NotOurs { get; } = new(ConfigurationSet: null, AttributionSource.None, Counted: false);

    internal static Attribution To(string configurationSet, AttributionSource source, MemberAccount? member = null) =>
        new(configurationSet, source, Member: member);

    /// <summary>Mail of an account and Region that names no set.</summary>
    internal static Attribution Unknown(MemberAccount? member) => None with { Member = member };

    /// <summary>The entity whose counters include the outcome. Those of <see cref="Account"/> include it too.</summary>
    internal ReputationEntity Entity => ConfigurationSet is null
        ? ReputationEntity.UnattributedOf(Member)
        : ReputationEntity.ConfigurationSet(ConfigurationSet, Member);

    /// <summary>
    /// Whether an event that was published for the set says so: only those have the tag. Feedback notifications of identities never do.
    /// </summary>
    internal bool IsPublished => Source == AttributionSource.Tag;

    internal ReputationEntity Account => ReputationEntity.AccountOf(Member);

    /// <summary>
    /// Returns the attribution with the stronger source. Of two names from equally strong sources it takes the ordinally smaller one, so
    /// that the order of arrival makes no difference. Mail that counts nowhere stays so.
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

        return string.CompareOrdinal(Entity.Key, other.Entity.Key) <= 0 ? this : other;
    }
}
