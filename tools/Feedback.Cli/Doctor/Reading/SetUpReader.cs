using Feedback.Aws;
using Feedback.Cli.Doctor.Checks;
using Feedback.Cli.Doctor.SetUps;
using Feedback.Cli.Output;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Reads all that <c>feedback doctor</c> judges.</summary>
internal sealed class SetUpReader(
    Settings settings,
    ServiceClock clock,
    IWorkList work,
    IDeliveryProgressStore progressStore,
    IPolicyStore policies,
    IBothFormatsLog bothFormats,
    SesSetReader ses,
    TopicReader topics,
    QueueReader queues,
    TableReader tables,
    AlarmReader alarms)
{
    /// <param name="only">The sets to check; empty for all sets of SES.</param>
    /// <param name="progress">Is told of each set.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<SetUp> ReadAsync(IReadOnlyCollection<string> only, IProgressReporter progress, CancellationToken cancellationToken)
    {
        var attempts = new Attempts();
        var due = await attempts.TryAsync("dynamodb:Query", settings.ReputationTable, () => work.DueAsync(cancellationToken), cancellationToken);
        if (clock.Ahead.Duration() > ServiceClock.MaximumSkew)
        {
            return new SetUp(settings, default) { ClockAhead = clock.Ahead };
        }

        var names = await ses.NamesAsync(attempts, cancellationToken);
        var sets = await ses.SetsAsync([.. only.Count > 0 ? only : names ?? []], attempts, progress, cancellationToken);
        var own = await QueuesAsync(attempts, cancellationToken);
        var ownPolicies = await tables.OwnPoliciesAsync(attempts, cancellationToken) ?? [];
        return new SetUp(settings, clock.GetUtcNow())
        {
            ClockAhead = clock.Ahead,
            Account = await ses.AccountAsync(attempts, cancellationToken),
            SetNames = names,
            Sets = sets,
            Topics = await TopicsAsync(sets, own, attempts, cancellationToken),
            Queues = own,
            Tables = await tables.TablesAsync(attempts, cancellationToken),
            OwnPolicies = ownPolicies,
            SetPolicies = await PoliciesAsync(sets, ownPolicies, attempts, cancellationToken),
            Alarms = await alarms.ReadAsync(attempts, cancellationToken),
            DueWork = due ?? [],
            Progress = await attempts.TryAsync(
                "dynamodb:Query", settings.ReputationTable, () => progressStore.ReadAsync(cancellationToken), cancellationToken),
            InBothFormats = await attempts.TryAsync(
                "dynamodb:Query", settings.ReputationTable, () => bothFormats.ReadAsync(cancellationToken), cancellationToken) ?? [],
            Unread = attempts.Unread,
        };
    }

    private async Task<IReadOnlyDictionary<string, Policy>> PoliciesAsync(
        IReadOnlyList<SesSet> sets, IReadOnlyList<ReputationEntity> own, Attempts attempts, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, Policy>(StringComparer.Ordinal);
        foreach (var set in sets.Select(set => set.Name))
        {
            var entity = ReputationEntity.ConfigurationSet(set);
            if (own.Contains(entity) && await attempts.TryAsync(
                "dynamodb:GetItem", settings.ReputationTable, () => policies.GetAsync(entity, cancellationToken), cancellationToken) is { } policy)
            {
                all[set] = policy;
            }
        }

        return all;
    }

    private async Task<IReadOnlyList<Queue>> QueuesAsync(Attempts attempts, CancellationToken cancellationToken)
    {
        var all = new List<Queue>();
        foreach (var kind in Routes.Kinds)
        {
            if (await queues.ReadAsync(kind, attempts, cancellationToken) is { } queue)
            {
                all.Add(queue);
            }
        }

        return all;
    }

    private async Task<IReadOnlyList<Topic>> TopicsAsync(
        IReadOnlyList<SesSet> sets, IReadOnlyList<Queue> own, Attempts attempts, CancellationToken cancellationToken)
    {
        var arns = sets.SelectMany(set => set.Publishing?.Destinations ?? [])
            .Where(destination => destination is { Enabled: true, Events.Count: > 0 })
            .Select(destination => destination.Target)
            .OfType<string>()
            .Where(arn => arn.Contains(":sns:", StringComparison.Ordinal))
            .Append(settings.AlarmTopicArn)
            .Concat(new[] { settings.ChatTopicArn, settings.PagerTopicArn }.OfType<string>())
            .Distinct(StringComparer.Ordinal);
        var all = new List<Topic>();
        foreach (var arn in arns)
        {
            all.Add(await topics.ReadAsync(arn, own, attempts, cancellationToken));
        }

        return all;
    }
}
