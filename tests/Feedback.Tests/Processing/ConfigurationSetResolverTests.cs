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

    private readonly FakeIdentityDirectory _identities = new() { DefaultSets = { ["example.com"] = "default-set" } };

    [Theory]
    [InlineData((int)AttributionSource.Tag)]
    [InlineData((int)AttributionSource.Header)]
    public async Task AttributeAsync_TheEventNamesASet_DoesNotAskSes(int source)
    {
        (await AttributeAsync("marketing", (AttributionSource)source, Arn, Ours)).ShouldBe(Attribution.To("marketing", (AttributionSource)source));
        _identities.Asked.ShouldBeEmpty();
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
    public async Task AttributeAsync_OurAccountUnknown_TakesAllMailForOurs()
    {
        var resolver = new ConfigurationSetResolver(_identities, accountId: string.Empty);
        (await resolver.AttributeAsync(Event("marketing", AttributionSource.Tag, Arn, "999999999999"), CancellationToken.None))
            .ShouldBe(Attribution.To("marketing", AttributionSource.Tag));
    }

    private Task<Attribution> AttributeAsync(string? set, AttributionSource source, string? arn, string sender) =>
        new ConfigurationSetResolver(_identities, Ours).AttributeAsync(Event(set, source, arn, sender), CancellationToken.None);

    private static FeedbackEvent Event(string? set, AttributionSource source, string? arn, string sender) =>
        new(FeedbackKind.Bounce, "m", World.Noon, World.Noon, FeedbackId: null, set, source, arn, sender, TenantName: null, []);
}
