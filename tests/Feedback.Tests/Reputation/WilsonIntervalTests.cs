using Feedback.Reputation;

namespace Feedback.Tests.Reputation;

public sealed class WilsonIntervalTests
{
    /// <summary>Expected values: the smaller root of (p − e/n)² = z²·p(1 − p)/n, bisected with 40 digits.</summary>
    [Theory]
    [InlineData(1, 5, 1.96, 0.0362231609697874)]
    [InlineData(1, 1, 1.96, 0.206543291473893)]
    [InlineData(5, 5, 1.96, 0.565508505247919)]
    [InlineData(4, 50, 1.96, 0.0315490032557907)]
    [InlineData(3, 100, 1.96, 0.0102543382234148)]
    [InlineData(5, 100, 1.96, 0.0215433614563136)]
    [InlineData(40, 100, 1.96, 0.309399746113603)]
    [InlineData(50, 999, 1.96, 0.0381684459743184)]
    [InlineData(40, 1_000, 1.96, 0.0295108092739094)]
    [InlineData(1, 1_000_000, 1.96, 1.76520036093558e-7)]
    [InlineData(3, 500, 1.644853626951, 0.00240036228619098)]
    public void LowerBound_KnownCounts_MatchesAnIndependentComputation(long events, long trials, double z, double expected) =>
        WilsonInterval.LowerBound(events, trials, z).ShouldBe(expected, tolerance: 1e-9);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(0, 100)]
    [InlineData(-1, 100)]
    [InlineData(3, -1)]
    public void LowerBound_NoTrials_IsZero(long events, long trials) => WilsonInterval.LowerBound(events, trials, 1.96).ShouldBe(0);

    [Fact]
    public void LowerBound_MoreEventsThanTrials_IsReadAsAll() =>
        WilsonInterval.LowerBound(7, 5, 1.96).ShouldBe(WilsonInterval.LowerBound(5, 5, 1.96));

    [Fact]
    public void LowerBound_AnyCounts_LiesBelowTheRateAndRisesWithEvents()
    {
        for (var trials = 1; trials <= 60; trials++)
        {
            for (var events = 1; events <= trials; events++)
            {
                var bound = WilsonInterval.LowerBound(events, trials, 1.96);
                bound.ShouldBeGreaterThan(WilsonInterval.LowerBound(events - 1, trials, 1.96));
                bound.ShouldBeLessThan((double)events / trials);
            }
        }
    }
}
