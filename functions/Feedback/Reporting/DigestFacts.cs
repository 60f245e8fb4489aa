using Feedback.Configuration;
using Feedback.Deciding;

namespace Feedback.Reporting;

/// <summary>What a digest tells. It names domains of recipients, and no recipient.</summary>
internal sealed record DigestFacts
{
    /// <summary>The most sets that are named. With thousands of them, a digest stays as short as with twenty.</summary>
    internal const int MostSets = 20;

    internal const int MostChanges = 20;

    internal required DigestDay Day { get; init; }

    internal required Deployment Deployment { get; init; }

    /// <summary>The stack's own account first, then others whose mail this stack counts.</summary>
    internal required IReadOnlyList<DigestEntity> Accounts { get; init; }

    /// <summary>The sets to name, the worst first, and mail without a set.</summary>
    internal required IReadOnlyList<DigestEntity> Sets { get; init; }

    /// <summary>Those that had mail on the day, or are in trouble, and are not named.</summary>
    internal required DigestRest Others { get; init; }

    /// <summary>All that are in trouble, named or not, without the accounts.</summary>
    internal required DigestTrouble Trouble { get; init; }

    /// <summary>The transitions and the actions of operators to name, oldest first.</summary>
    internal required IReadOnlyList<HistoryEntry> Changes { get; init; }

    internal required int OtherChanges { get; init; }

    /// <summary>Changes of the suppression list by what they were, the most frequent first.</summary>
    internal required IReadOnlyList<(string What, long Addresses)> ListChanges { get; init; }

    /// <summary>The recipient domains with the most hard bounces.</summary>
    internal required IReadOnlyList<CountedDomain> Domains { get; init; }

    /// <summary>Whether not all hard bounces were looked at, so that the domains are those of a sample.</summary>
    internal required bool DomainsAreSampled { get; init; }

    internal bool HasMail => Accounts.Any(account => account.HasMail) || Sets.Count > 0;
}
