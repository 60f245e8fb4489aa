using System.Collections.Concurrent;
using Feedback.Acting;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Reporting;

/// <summary>
/// Reads the facts of a digest from what is kept anyway: counters, states, history, and the index of events. It scans no table, so its cost
/// grows with the number of sets and not with the mail.
/// </summary>
internal sealed class DigestReader(
    IStateStore states,
    ICounterStore counters,
    IPolicyStore policies,
    IEventIndex index,
    ISuppressionCounts suppressions,
    Deployment deployment,
    TimeProvider time)
{
    internal const int EntitiesAtOnce = 16;

    /// <summary>The sets whose hard bounces are looked at for their domains: those with the most.</summary>
    internal const int SampledSets = 20;

    internal const int EventsPerSet = 500;

    private const int HistoryPerEntity = 200;
    private const int TopDomains = 8;

    internal async Task<DigestFacts> ReadAsync(DigestDay day, CancellationToken cancellationToken)
    {
        var known = await states.AllAsync(cancellationToken);
        var (entities, changes) = await EntitiesAsync(WithAccounts(known), day, cancellationToken);
        var accounts = entities.Where(entity => entity.Entity.IsAccount)
            .Where(entity => entity.Entity == ReputationEntity.Account || entity.HasMail || entity.IsTroubled)
            .OrderBy(entity => entity.Entity.Key, StringComparer.Ordinal);
        var sets = entities.Where(entity => !entity.Entity.IsAccount && (entity.HasMail || entity.IsTroubled))
            .OrderByDescending(entity => entity.Severity)
            .ThenByDescending(entity => entity.Day.Attempts)
            .ThenBy(entity => entity.Entity.Key, StringComparer.Ordinal)
            .ToList();
        var (domains, areSampled) = await DomainsAsync(sets, day, cancellationToken);
        return new DigestFacts
        {
            Day = day,
            Deployment = deployment,
            Accounts = await WithRollingAsync(accounts, cancellationToken),
            Sets = await WithRollingAsync(sets.Take(DigestFacts.MostSets), cancellationToken),
            Others = DigestRest.Of([.. sets.Skip(DigestFacts.MostSets)]),
            Trouble = DigestTrouble.Of(sets),
            Changes = DigestChanges.ToName(changes),
            OtherChanges = Math.Max(0, changes.Count - DigestFacts.MostChanges),
            ListChanges = [.. (await suppressions.ReadAsync(day.Date, cancellationToken))
                .OrderByDescending(change => change.Value)
                .ThenBy(change => change.Key, StringComparer.Ordinal)
                .Select(change => (change.Key, change.Value))],
            Domains = domains,
            DomainsAreSampled = areSampled,
        };
    }

    /// <summary>The stack's own account and its unattributed mail have a state only after their first transition.</summary>
    private static IEnumerable<EntityState> WithAccounts(IReadOnlyList<EntityState> known) => known
        .Concat(((ReputationEntity[])[ReputationEntity.Account, ReputationEntity.Unattributed])
            .Except(known.Select(state => state.Entity))
            .Select(EntityState.New));

    private async Task<(IReadOnlyList<DigestEntity> Entities, IReadOnlyList<HistoryEntry> Changes)> EntitiesAsync(
        IEnumerable<EntityState> known, DigestDay day, CancellationToken cancellationToken)
    {
        var entities = new ConcurrentBag<DigestEntity>();
        var changes = new ConcurrentBag<HistoryEntry>();
        await BoundedParallel.ForEachAsync(known, EntitiesAtOnce, ReadAsync, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return ([.. entities], [.. changes]);

        async Task ReadAsync(EntityState state, CancellationToken token)
        {
            var policy = await policies.GetAsync(state.Entity, token);
            var counted = await counters.ReadAsync(state.Entity, day.From, token);
            entities.Add(new DigestEntity(state, policy, Sum(counted.Where(counter => day.Contains(counter.Bucket.Start)))));
            foreach (var entry in await states.HistoryAsync(state.Entity, HistoryPerEntity, token))
            {
                if (day.Contains(entry.At))
                {
                    changes.Add(entry);
                }
            }
        }
    }

    private async Task<IReadOnlyList<DigestEntity>> WithRollingAsync(IEnumerable<DigestEntity> entities, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var read = new List<DigestEntity>();
        foreach (var entity in entities)
        {
            var longest = entity.Policy.Windows.MaxBy(window => window.Length);
            var counted = await counters.ReadAsync(entity.Entity, WindowTally.Start(longest, now, entity.State.CountFrom), cancellationToken);
            read.Add(entity with { Rolling = WindowTally.Sum([longest], counted, now, entity.State.CountFrom)[0] });
        }

        return read;
    }

    private async Task<(IReadOnlyList<CountedDomain> Domains, bool AreSampled)> DomainsAsync(
        IReadOnlyList<DigestEntity> sets, DigestDay day, CancellationToken cancellationToken)
    {
        var bouncing = sets.Where(set => set.Day.HardBounces > 0).OrderByDescending(set => set.Day.HardBounces).ToList();
        var areSampled = bouncing.Count > SampledSets;
        var found = new List<string>();
        foreach (var set in bouncing.Take(SampledSets))
        {
            var events = await index.EventsAsync(set.Entity, day.From, day.Until, EventsPerSet, cancellationToken);
            areSampled |= events.Count == EventsPerSet;
            found.AddRange(events.Where(outcome => outcome.Evidence.HasFlag(Evidence.HardBounced)).Select(outcome => outcome.ReputationEvent!.Domain));
        }

        var counted = found.CountBy(domain => domain).Select(domain => new CountedDomain(domain.Key, domain.Value));
        return ([.. counted.OrderByDescending(one => one.HardBounces).ThenBy(one => one.Domain, StringComparer.Ordinal).Take(TopDomains)], areSampled);
    }

    private static Tally Sum(IEnumerable<(Bucket Bucket, Tally Tally)> counted) =>
        counted.Aggregate(Tally.Zero, (sum, counter) => sum + counter.Tally);
}
