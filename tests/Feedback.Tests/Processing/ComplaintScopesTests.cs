using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.SuppressionSamples;

namespace Feedback.Tests.Processing;

public sealed class ComplaintScopesTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("Everywhere", true)]
    [InlineData("ConfigurationSet", false)]
    public async Task HandleAsync_Complaint_SuppressesWhereThePolicySays(string scope, bool everywhere)
    {
        _world.Policies.Default = Policy.Default with { ComplaintScope = Enum.Parse<ComplaintScope>(scope) };

        await ComplainAsync();

        Answer(World.SetName).ShouldBeOfType<SuppressionAnswer.Suppressed>();
        (Answer("receipts") is SuppressionAnswer.Suppressed).ShouldBe(everywhere);
    }

    [Fact]
    public async Task HandleAsync_PolicyCanNotBeRead_SuppressesEverywhereAndRecordsTheComplaint()
    {
        _world.Policies.Default = Policy.Default with { ComplaintScope = ComplaintScope.ConfigurationSet };
        _world.Faults.Fail("policies.Get", times: 1);

        await ComplainAsync();

        Answer("receipts").ShouldBeOfType<SuppressionAnswer.Suppressed>();
        _world.Counters.Sum(World.Set).Complaints.ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_Bounce_NeedsNoPolicyToBeRecorded()
    {
        _world.Faults.Fail("policies.Get");

        (await _world.Batch().HandleAsync([new IncomingMessage("1", Bodies.Bounce("ann"))], TimeSpan.FromMinutes(1))).ShouldBeEmpty();

        _world.Suppressions.All.ShouldHaveSingleItem();
    }

    private async Task ComplainAsync() =>
        (await _world.Batch().HandleAsync([new IncomingMessage("1", Bodies.Complaint(["ann"]))], TimeSpan.FromMinutes(1))).ShouldBeEmpty();

    private SuppressionAnswer Answer(string set) => SuppressionAnswer.Ask(_world.Suppressions.All.Single(), Set(set), World.Noon);
}
