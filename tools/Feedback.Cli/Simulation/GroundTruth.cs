using System.Globalization;
using Feedback.Reputation;

namespace Feedback.Cli.Simulation;

/// <summary>
/// Decides independently when a set is truly critical, from the events that happened rather than from the notifications. It shares no code
/// with the functions: windows, sums, rule and Wilson bound are implemented here a second time, from the documentation. Only the numbers
/// of the policy are read.
/// </summary>
internal sealed class GroundTruth(DateTimeOffset start, Policy policy) : IOracle
{
    private const int BucketMinutes = 15;

    // The number of buckets before the current one.
    private readonly (string Name, int Buckets)[] _windows =
        [.. policy.Windows.Select(window => (window.ToString(), (int)(window.Length.TotalMinutes / BucketMinutes)))];

    private readonly List<long[]> _buckets = [];
    private readonly long[][] _sums = [.. policy.Windows.Select(_ => new long[4])];
    private readonly int[] _first = new int[policy.Windows.Count];

    public Crossing? Critical { get; private set; }

    /// <summary>The first time at which the set was no longer critical: a rate at the threshold may fall below it with the next delivery.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    public void Happened(SimulatedEvent happened)
    {
        var fate = happened.Message.Fate;
        switch (happened)
        {
            case SimulatedEvent.Delivery:
                Add(happened, attempts: 1, deliveries: 1, bounces: 0, complaints: 0);
                break;
            case SimulatedEvent.Complaint:
                Add(happened, attempts: 0, deliveries: 0, bounces: 0, complaints: 1);
                break;
            case SimulatedEvent.Bounce when fate == MessageFate.SoftBounced:
                Add(happened, attempts: 1, deliveries: 0, bounces: 0, complaints: 0);
                break;
            case SimulatedEvent.Bounce:
                Add(happened, attempts: fate == MessageFate.DeliveredThenHardBounced ? 0 : 1, deliveries: 0, bounces: 1, complaints: 0);
                break;
        }

        Evaluate(happened.OccurredAt);
    }

    public void Slid(DateTimeOffset now) => Evaluate(now);

    private void Add(SimulatedEvent happened, int attempts, int deliveries, int bounces, int complaints)
    {
        var bucket = Index(happened.Message.SentAt);
        while (_buckets.Count <= bucket)
        {
            _buckets.Add(new long[4]);
        }

        ReadOnlySpan<int> added = [attempts, deliveries, bounces, complaints];
        for (var what = 0; what < added.Length; what++)
        {
            _buckets[bucket][what] += added[what];
            for (var window = 0; window < _windows.Length; window++)
            {
                _sums[window][what] += bucket >= _first[window] ? added[what] : 0;
            }
        }
    }

    private void Evaluate(DateTimeOffset now)
    {
        string? found = null;
        for (var window = 0; window < _windows.Length; window++)
        {
            Slide(window, Index(now) - _windows[window].Buckets);
            var (attempts, deliveries, bounces, complaints) = (_sums[window][0], _sums[window][1], _sums[window][2], _sums[window][3]);
            if (IsCritical(bounces, attempts, policy.Bounce))
            {
                found ??= Evidence("hard bounces", bounces, attempts, window);
            }

            if (IsCritical(complaints, deliveries, policy.Complaint))
            {
                found ??= Evidence("complaints", complaints, deliveries, window);
            }
        }

        if (found is not null)
        {
            Critical ??= new Crossing(now, found);
        }
        else if (Critical is not null)
        {
            PassedAt ??= now;
        }
    }

    private void Slide(int window, int to)
    {
        for (; _first[window] < to; _first[window]++)
        {
            if (_first[window] >= _buckets.Count)
            {
                continue;
            }

            for (var what = 0; what < 4; what++)
            {
                _sums[window][what] -= _buckets[_first[window]][what];
            }
        }
    }

    private int Index(DateTimeOffset time) => (int)Math.Floor((time - start).TotalMinutes / BucketMinutes);

    internal static bool IsCritical(long events, long trials, Thresholds rule) =>
        trials > 0
        && events >= rule.MinimumEvents
        && events >= trials * rule.Critical
        && (trials >= rule.RepresentativeVolume || WilsonLower(events, trials) >= (double)rule.Critical);

    /// <summary>Returns the smaller root of (k/n − p)² = z² p (1 − p) / n.</summary>
    private static double WilsonLower(long k, long n)
    {
        const double Z2 = 1.96 * 1.96;
        return ((2 * k) + Z2 - Math.Sqrt(Z2 * (Z2 + (4 * k * (1 - ((double)k / n)))))) / (2 * (n + Z2));
    }

    private string Evidence(string what, long events, long trials, int window) =>
        string.Create(CultureInfo.InvariantCulture, $"{events} {what} in {trials} in {_windows[window].Name} ({100.0 * events / trials:0.###}%)");
}
