using Feedback.Suppression;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Suppression;

public sealed class SuppressionTermsTests
{
    [Fact]
    public void Ends_SoftBouncesTriedAgainAtEachEnd_LastsTwiceAsLongUpToHalfAYear()
    {
        var lengths = new List<double>();
        for (var last = World.Noon; lengths.Count < 7;)
        {
            var end = SuppressionTerms.Default.Ends(SuppressionReason.SoftBounceLimit, World.Noon, last)!.Value;
            lengths.Add((end - last).TotalDays);
            last = end;
        }

        lengths.ShouldBe([14, 28, 56, 112, 180, 180, 180]);
    }

    [Fact]
    public void Ends_HardBounces_OnlyIfTheDeploymentSaysSo()
    {
        SuppressionTerms.Default.Ends(SuppressionReason.HardBounce, World.Noon, World.Noon).ShouldBeNull();
        new SuppressionTerms(TimeSpan.FromDays(90)).Ends(SuppressionReason.HardBounce, World.Noon, World.Noon.AddDays(1)).ShouldBe(World.Noon.AddDays(91));
        new SuppressionTerms(TimeSpan.FromDays(90)).Ends(SuppressionReason.Complaint, World.Noon, World.Noon).ShouldBeNull();
    }
}
