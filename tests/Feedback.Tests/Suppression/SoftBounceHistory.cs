using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Suppression;

/// <summary>The soft bounces and deliveries of one recipient, which the recorder and the soft-bounce rule see in turn.</summary>
public abstract class SoftBounceHistory
{
    private protected const Evidence Soft = Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit;

    private protected World World { get; } = new();

    /// <summary>Records events an hour apart, one after the other; a blank is an hour without an event.</summary>
    private protected async Task SeeAsync(string history)
    {
        for (var at = 0; at < history.Length; at++)
        {
            await SeeOneAsync(history[at], at);
        }
    }

    private protected async Task SeeOneAsync(char sign, int at)
    {
        if (sign == ' ')
        {
            return;
        }

        var evidence = sign switch { 's' => Soft, 'd' => Evidence.Delivered, _ => Evidence.HardBounced };
        Observation[] observations = [Observe(evidence, message: $"message-{at}", occurredAt: At(at))];
        await World.Recorder().RecordAsync(observations, CancellationToken.None);
        await World.Suppressor().UpdateAsync(observations, CancellationToken.None);
    }

    private protected static DateTimeOffset At(int hour) => World.Noon - TimeSpan.FromDays(10) + TimeSpan.FromHours(hour);

    private protected bool IsSuppressed() => Reasons().Contains("SoftBounceLimit", StringComparison.Ordinal);

    private protected string Reasons() =>
        string.Join(", ", World.Suppressions.Of(Address("ann"))?.Causes.Select(c => $"{c.Key} {c.Value}") ?? []);
}
