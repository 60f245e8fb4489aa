using System.Collections.Concurrent;

namespace Feedback.Local.Services.CloudWatch;

/// <summary>The alarms of CloudWatch.</summary>
internal sealed class CloudWatchState
{
    private readonly ConcurrentDictionary<string, Alarm> _alarms = new();

    /// <summary>The alarms in the order in which CloudWatch lists them.</summary>
    public IReadOnlyList<Alarm> Alarms => [.. _alarms.Values.OrderBy(alarm => alarm.Name, StringComparer.Ordinal)];

    /// <summary>Creates an alarm, or replaces the one of the same name.</summary>
    public void PutAlarm(Alarm alarm) => _alarms[alarm.Name] = alarm;

    public void DeleteAlarm(string name) => _alarms.TryRemove(name, out _);
}
