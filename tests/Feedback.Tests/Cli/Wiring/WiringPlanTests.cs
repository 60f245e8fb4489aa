using Feedback.Aws.Ses;
using Feedback.Cli.Wiring;

namespace Feedback.Tests.Cli.Wiring;

public sealed class WiringPlanTests
{
    private const string Ours = "arn:aws:sns:eu-west-1:123456789012:ours";
    private const string Another = "arn:aws:sns:eu-west-1:123456789012:another";

    private static readonly TopicDestination Bounce = new("feedback-bounce", ["BOUNCE"], Ours);
    private static readonly TopicDestination Problem = new("feedback-problem", ["REJECT", "RENDERING_FAILURE", "DELIVERY_DELAY"], Ours);

    [Fact]
    public void ToWire_ANewSet_CreatesEachDestinationAndEnablesMetrics() => Wire(reputationMetrics: false).ShouldBe(
    [
        new WiringChange(WiringChangeKind.Create, Bounce),
        new WiringChange(WiringChangeKind.Create, Problem),
        new WiringChange(WiringChangeKind.EnableReputationMetrics),
    ]);

    [Fact]
    public void ToWire_ASetThatIsWired_ChangesNothing() => Wire(reputationMetrics: true, Bounce, Problem).ShouldBeEmpty();

    /// <summary>Made by hand, with names of their own: the events come, and a second destination would send them twice.</summary>
    [Fact]
    public void ToWire_DestinationsOfOtherNamesToOurTopic_AreEnough() => Wire(
        reputationMetrics: true,
        new TopicDestination("mine", ["SEND", "BOUNCE", "REJECT"], Ours),
        new TopicDestination("mine-2", ["RENDERING_FAILURE", "DELIVERY_DELAY"], Ours)).ShouldBeEmpty();

    public static TheoryData<string> Deviations => ["topic", "types", "disabled"];

    [Theory]
    [MemberData(nameof(Deviations))]
    public void ToWire_OurDestinationThatDiffers_IsReplaced(string deviation)
    {
        var existing = deviation switch
        {
            "topic" => Problem with { Topic = Another },
            "types" => Problem with { EventTypes = ["REJECT", "DELIVERY_DELAY"] },
            _ => Problem with { Enabled = false },
        };

        Wire(reputationMetrics: true, Bounce, existing).ShouldBe([new WiringChange(WiringChangeKind.Update, Problem)]);
    }

    [Fact]
    public void ToWire_DestinationsOfOthers_AreLeftAlone() => Wire(
        reputationMetrics: true,
        new TopicDestination("theirs", ["BOUNCE"], Another),
        new TopicDestination("firehose", ["BOUNCE", "SEND"], Topic: null),
        Problem).ShouldBe([new WiringChange(WiringChangeKind.Create, Bounce)]);

    [Fact]
    public void ToUndo_OursAndOthers_DeletesOursOnly()
    {
        var handMade = new TopicDestination("mine", ["BOUNCE"], Ours);
        var ofAnotherDeployment = Problem with { Topic = Another };

        WiringPlan.ToUndo(Set(reputationMetrics: true, Bounce, handMade, ofAnotherDeployment), [Bounce, Problem])
            .ShouldBe([new WiringChange(WiringChangeKind.Delete, Bounce)]);
    }

    private static IReadOnlyList<WiringChange> Wire(bool reputationMetrics, params TopicDestination[] existing) =>
        WiringPlan.ToWire(Set(reputationMetrics, existing), [Bounce, Problem]);

    private static PublishingSet Set(bool reputationMetrics, params TopicDestination[] existing) => new("news", reputationMetrics, existing);
}
