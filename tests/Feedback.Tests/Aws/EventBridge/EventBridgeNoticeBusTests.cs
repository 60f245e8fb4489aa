using Amazon.EventBridge;
using Feedback.Announcing;
using Feedback.Aws.EventBridge;
using Feedback.Configuration;
using Feedback.Local.Services;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Aws.EventBridge;

public sealed class EventBridgeNoticeBusTests : IAsyncLifetime
{
    private static readonly Settings Settings = TestSettings.Default with { SuppressionEventBus = "partners" };

    private LocalAws _aws = null!;

    public async Task InitializeAsync() => _aws = await LocalAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task PublishAsync_Notice_ArrivesAsAnEvent()
    {
        (await PublishAsync(Settings, Notice("c1"))).ShouldBeEmpty();

        var happened = _aws.EventBridge.Events.ShouldHaveSingleItem();
        (happened.Bus, happened.Source, happened.DetailType).ShouldBe(("partners", "feedback.suppression", "Email Address Suppressed"));
        happened.Time.ShouldBe(World.Noon);
        ((string?)happened.Detail["changeId"]).ShouldBe("c1");
        happened.Detail.ContainsKey("address").ShouldBeFalse();
    }

    [Fact]
    public async Task PublishAsync_WhereAddressesAreWanted_NamesTheAddress()
    {
        await PublishAsync(Settings with { SuppressionEventAddresses = true }, Notice("c1"));

        ((string?)_aws.EventBridge.Events.ShouldHaveSingleItem().Detail["address"]).ShouldBe(Sample.Address("ann").Value);
    }

    [Fact]
    public async Task PublishAsync_SomeRefused_ReturnsThose()
    {
        _aws.EventBridge.RefuseNext(2);

        (await PublishAsync(Settings, Notice("c1"), Notice("c2"), Notice("c3"))).Select(notice => notice.ChangeId).ShouldBe(["c1", "c2"]);
        _aws.EventBridge.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PublishAsync_DeniedCall_Throws()
    {
        _aws.Faults.Deny(AwsOperation.PutEvents);

        await Should.ThrowAsync<AmazonEventBridgeException>(() => PublishAsync(Settings, Notice("c1")));
    }

    private Task<IReadOnlyList<SuppressionNotice>> PublishAsync(Settings settings, params SuppressionNotice[] notices) =>
        new EventBridgeNoticeBus(_aws.EventBridgeClient(), settings, NullLogger<EventBridgeNoticeBus>.Instance).PublishAsync(notices, CancellationToken.None);

    private static SuppressionNotice Notice(string change) =>
        new(true, change, Sample.Address("ann"), SuppressionScope.Everywhere, nameof(SuppressionReason.HardBounce), World.Noon, Until: null);
}
