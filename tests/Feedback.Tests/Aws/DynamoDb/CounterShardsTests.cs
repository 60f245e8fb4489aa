using Feedback.Aws.DynamoDb;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class CounterShardsTests
{
    private static readonly ReputationEntity News = ReputationEntity.ConfigurationSet("news");

    private readonly TestClock _clock = new(Noon);
    private readonly CounterShards _shards;

    public CounterShardsTests() => _shards = new CounterShards(_clock);

    [Fact]
    public void Pick_NoConflict_IsAlwaysTheFirst() => Drawn(News).ShouldBe([0]);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(6, 64)]
    [InlineData(7, 64)]
    [InlineData(100, 64)]
    public void Pick_AfterConflicts_DrawsFromTwiceAsManyEach(int conflicts, int width)
    {
        Widen(conflicts);

        Drawn(News).ShouldBe(Enumerable.Range(0, width));
        Drawn(ReputationEntity.Account).ShouldBe([0]);
    }

    [Theory]
    [InlineData(0.99, 8)]
    [InlineData(1, 4)]
    [InlineData(2.5, 2)]
    [InlineData(3, 1)]
    [InlineData(1_000_000, 1)]
    public void Pick_MinutesAfterTheLastConflict_DrawsFromHalfAsManyEach(double minutes, int width)
    {
        Widen(3);
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        Drawn(News).ShouldBe(Enumerable.Range(0, width));
    }

    private void Widen(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _shards.Widen(News);
        }
    }

    /// <summary>Enough draws to see each of 64 shards: the chance to miss one is 1 in 10 billion.</summary>
    private IEnumerable<int> Drawn(ReputationEntity entity) =>
        Enumerable.Range(0, 2_000).Select(_ => _shards.Pick(entity)).Distinct().Order();
}
