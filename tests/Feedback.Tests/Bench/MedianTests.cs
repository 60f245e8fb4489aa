using Feedback.Bench.ColdStart;

namespace Feedback.Tests.Bench;

public sealed class MedianTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 7.0)]
    [InlineData(new[] { 900.0, 1, 2 }, 2.0)]
    [InlineData(new[] { 4.0, 1, 900, 2 }, 3.0)]
    public void Of_Values_IsTheMiddleOne(double[] values, double median) => Median.Of(values).ShouldBe(median);

    [Fact]
    public void Of_Nothing_Throws() => Should.Throw<InvalidOperationException>(() => Median.Of([]));
}
