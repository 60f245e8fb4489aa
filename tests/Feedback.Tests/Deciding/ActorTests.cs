using Feedback.Deciding;

namespace Feedback.Tests.Deciding;

public sealed class ActorTests
{
    [Theory]
    [InlineData("Feedback")]
    [InlineData("SES")]
    [InlineData("Elsewhere")]
    [InlineData("jo")]
    public void Operator_AnyName_IsShownAsItIsAndTakenForNoOtherActor(string name)
    {
        var actor = Actor.Operator(name);

        actor.Name.ShouldBe(name);
        new[] { Actor.Feedback, Actor.Ses, Actor.Elsewhere }.ShouldNotContain(actor);
    }
}
