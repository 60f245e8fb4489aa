using System.Runtime.CompilerServices;
using Feedback.Aws.Ses;
using Feedback.Cli.SecondDetector;
using Feedback.Reputation;

namespace Feedback.Cli.Wiring;

/// <summary>Carries the changes out, one configuration set after the other.</summary>
internal sealed class Wirer(SesPublishing publishing, CloudWatchAlarms alarms, IPolicyStore policies)
{
    /// <summary>Returns all configuration sets of the account, and then those that only an alarm of ours still names.</summary>
    public async IAsyncEnumerable<string> AllSetsAsync(WiringOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gone = (order.Alarms?.Ours ?? []).Select(alarm => alarm.ConfigurationSet).ToHashSet(StringComparer.Ordinal);
        await foreach (var set in publishing.AllSetsAsync(cancellationToken))
        {
            gone.Remove(set);
            yield return set;
        }

        foreach (var set in gone.Order(StringComparer.Ordinal))
        {
            yield return set;
        }
    }

    /// <param name="set">The configuration set.</param>
    /// <param name="order">What is to be reached.</param>
    /// <param name="cancellationToken">Stops between two changes. Those that were made stay.</param>
    public async Task<WiringDocument> RunAsync(string set, WiringOrder order, CancellationToken cancellationToken)
    {
        var now = await publishing.FindAsync(set, cancellationToken);
        IReadOnlyList<WiringChange> changes =
        [
            .. now is null ? [] : order.IsUndo ? WiringPlan.ToUndo(now, order.Destinations) : WiringPlan.ToWire(now, order.Destinations),
            .. await AlarmsAsync(set, order, now is not null, cancellationToken),
        ];
        foreach (var change in order.IsDryRun ? [] : changes)
        {
            await MakeAsync(set, change, cancellationToken);
        }

        return new WiringDocument(
            set, Exists: now is not null, [.. changes.Select(change => change.ToString())], Done: !order.IsDryRun && changes.Count > 0);
    }

    private async Task<IReadOnlyList<WiringChange>> AlarmsAsync(string set, WiringOrder order, bool exists, CancellationToken cancellationToken) =>
        order.Alarms is not { } alarmOrder ? []
            : exists && alarmOrder.AreWanted
                ? AlarmPlan.ToWire(alarmOrder, set, await policies.GetAsync(ReputationEntity.ConfigurationSet(set), cancellationToken))
            : AlarmPlan.ToUndo(alarmOrder, set);

    private Task MakeAsync(string set, WiringChange change, CancellationToken cancellationToken) => change switch
    {
        { Kind: WiringChangeKind.Create, Destination: { } destination } => publishing.CreateAsync(set, destination, cancellationToken),
        { Kind: WiringChangeKind.Update, Destination: { } destination } => publishing.UpdateAsync(set, destination, cancellationToken),
        { Kind: WiringChangeKind.Delete, Destination: { } destination } => publishing.DeleteAsync(set, destination.Name, cancellationToken),
        { Kind: WiringChangeKind.DeleteAlarm, Alarm: { } alarm } => alarms.DeleteAsync(alarm.Name, cancellationToken),
        { Alarm: { } alarm } => alarms.PutAsync(alarm, cancellationToken),
        _ => publishing.EnableReputationMetricsAsync(set, cancellationToken),
    };
}
