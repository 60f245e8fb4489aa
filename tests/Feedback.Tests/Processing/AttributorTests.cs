using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class AttributorTests
{
    private const string Ours = "123456789012";
    private const string Theirs = "210987654321";

    private readonly FakeIdentityDirectory _identities = new() { DefaultSets = { ["example.com"] = "default" } };

    [Theory]
    [InlineData("Tag")]
    [InlineData("Header")]
    public async Task AttributeAsync_EventNamesASet_IsItsMailAndNobodyIsAsked(string source)
    {
        (await AttributeAsync(set: "marketing", source: source)).ShouldBe(Attribution.To("marketing", Enum.Parse<AttributionSource>(source)));

        _identities.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task AttributeAsync_NothingNamed_IsTheMailOfTheIdentitysDefaultSet() =>
        (await AttributeAsync()).ShouldBe(Attribution.To("default", AttributionSource.IdentityDefault));

    [Theory]
    [InlineData("arn:aws:ses:eu-west-1:123456789012:identity/example.org")] // has no default set
    [InlineData("arn:aws:ses:eu-west-1:210987654321:identity/example.com")] // another account lends it
    [InlineData("arn:aws:ses:eu-west-1:123456789012:configuration-set/example.com")]
    [InlineData("example.com")]
    [InlineData(null)]
    public async Task AttributeAsync_NothingToGoBy_IsUnattributed(string? arn) => (await AttributeAsync(arn: arn)).ShouldBe(Attribution.None);

    [Fact]
    public async Task AttributeAsync_ADelegateSentIt_CountsForNobody() =>
        (await AttributeAsync(sender: Theirs, set: "marketing", source: "Tag")).ShouldBe(Attribution.NotOurs);

    [Theory]
    [InlineData("", Theirs)] // we don't know our own account
    [InlineData(Ours, null)] // the event doesn't say
    public async Task AttributeAsync_SenderUnknown_IsTakenForOurs(string account, string? sender) =>
        (await AttributeAsync(account, sender, "marketing", "Tag")).Counted.ShouldBeTrue();

    private Task<Attribution> AttributeAsync(
        string account = Ours,
        string? sender = Ours,
        string? set = null,
        string source = "None",
        string? arn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com") => new Attributor(_identities, account).AttributeAsync(
        new FeedbackEvent(
            FeedbackKind.Bounce,
            "message-1",
            World.Noon,
            World.Noon,
            "feedback-1",
            set,
            Enum.Parse<AttributionSource>(source),
            arn,
            sender,
            TenantName: null,
            [new RecipientEvidence(Sample.Address("ann"), Evidence.HardBounced, "Permanent/General")]),
        CancellationToken.None);
}
