using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class ConfigurationSetResolverTests
{
    private const string Ours = "123456789012";
    private const string Arn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com";

    private readonly World _world = new() { Identities = { DefaultSets = { ["example.com"] = "default-set" } } };

    [Theory]
    [InlineData((int)AttributionSource.Tag)]
    [InlineData((int)AttributionSource.Header)]
    public async Task AttributeAsync_TheEventNamesASet_DoesNotAskSes(int source)
    {
        (await AttributeAsync("marketing", (AttributionSource)source, Arn, Ours)).ShouldBe(Attribution.To("marketing", (AttributionSource)source));
        _world.Identities.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task AttributeAsync_NoSetButAnIdentityWithADefault_GoesToTheDefault() =>
        (await AttributeAsync(set: null, AttributionSource.None, Arn, Ours))
            .ShouldBe(Attribution.To("default-set", AttributionSource.IdentityDefault));

    [Theory]
    [InlineData(null)]
    [InlineData("arn:aws:ses:eu-west-1:123456789012:identity/example.org")]
    [InlineData("arn:aws:ses:eu-west-1:999999999999:identity/example.com")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:example.com")]
    [InlineData("identity/example.com")]
    public async Task AttributeAsync_NothingNamesASet_IsUnattributed(string? arn)
    {
        var attribution = await AttributeAsync(set: null, AttributionSource.None, arn, Ours);
        attribution.ShouldBe(Attribution.None);
        attribution.Entity.ShouldBe(ReputationEntity.Unattributed);
    }

    [Fact]
    public async Task AttributeAsync_AnotherAccountSent_IsNotCounted() =>
        (await AttributeAsync("marketing", AttributionSource.Tag, Arn, sender: "999999999999")).Counted.ShouldBeFalse();

    [Fact]
    public async Task AttributeAsync_NoSendingAccount_IsOurs() =>
        (await AttributeAsync("marketing", AttributionSource.Tag, Arn, sender: null)).ShouldBe(Attribution.To("marketing", AttributionSource.Tag));

    [Fact]
    public async Task AttributeAsync_OurAccountUnknown_TakesAllMailForOurs()
    {
        var resolver = _world.Resolver(accountId: string.Empty);
        (await resolver.ResolveAsync([Event("marketing", AttributionSource.Tag, Arn, "999999999999")], CancellationToken.None))
            .ShouldBe([Attribution.To("marketing", AttributionSource.Tag)]);
    }

    [Fact]
    public async Task ResolveAsync_ManyIdentities_AsksOfTheMostFrequentFew()
    {
        var often = Enumerable.Repeat(Of("often.example"), 3);
        var events = Enumerable.Range(0, 20).Select(i => Of($"d{i}.example")).Concat(often).ToList();

        var attributions = await _world.Resolver().ResolveAsync(events, CancellationToken.None);

        _world.Identities.Asked.Count.ShouldBe(ConfigurationSetResolver.MaximumQuestions);
        _world.Identities.Asked[0].ShouldBe("often.example");
        attributions.ShouldBe(Enumerable.Repeat(Attribution.None, 23));
    }

    [Fact]
    public async Task ResolveAsync_KnownIdentity_IsNotAskedAbout()
    {
        _world.Identities.Known["often.example"] = "known-set";

        (await _world.Resolver().ResolveAsync([Of("often.example")], CancellationToken.None))
            .ShouldBe([Attribution.To("known-set", AttributionSource.IdentityDefault)]);
        _world.Identities.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task ResolveAsync_SesHangs_GivesUpWithinItsTime()
    {
        _world.Identities.DefaultSets["first.example"] = "first-set";
        _world.Identities.BeforeAnswer = async cancellationToken =>
        {
            if (_world.Identities.Asked.Count > 1)
            {
                var hanging = Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                _world.Clock.Advance(ConfigurationSetResolver.MaximumTime);
                await hanging;
            }
        };

        (await _world.Resolver().ResolveAsync([Of("first.example"), Of("second.example"), Of("third.example")], CancellationToken.None))
            .ShouldBe([Attribution.To("first-set", AttributionSource.IdentityDefault), Attribution.None, Attribution.None]);
        _world.Identities.Asked.ShouldBe(["first.example", "second.example"]);
    }

    private async Task<Attribution> AttributeAsync(string? set, AttributionSource source, string? arn, string? sender) =>
        (await _world.Resolver(Ours).ResolveAsync([Event(set, source, arn, sender)], CancellationToken.None)).ShouldHaveSingleItem();

    private static FeedbackEvent Of(string identity) => Event(set: null, AttributionSource.None, $"arn:aws:ses:eu-west-1:{Ours}:identity/{identity}", Ours);

    private static FeedbackEvent Event(string? set, AttributionSource source, string? arn, string? sender) =>
        new(FeedbackKind.Bounce, "m", World.Noon, World.Noon, FeedbackId: null, set, source, arn, sender, TenantName: null, []);
}
