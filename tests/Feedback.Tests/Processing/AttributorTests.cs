using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class AttributorTests
{
    private const string Ours = "123456789012";

    [Theory]
    [InlineData("Tag")]
    [InlineData("Header")]
    public async Task AttributeAsync_EventNamesASet_IsItsMail(string source) =>
        (await AttributeAsync(Ours, Ours, "marketing", source)).ShouldBe(Attribution.To("marketing", Enum.Parse<AttributionSource>(source)));

    [Fact]
    public async Task AttributeAsync_NothingNamed_IsUnattributed() => (await AttributeAsync(Ours, Ours, set: null, "None")).ShouldBe(Attribution.None);

    [Fact]
    public async Task AttributeAsync_ADelegateSentIt_CountsForNobody() =>
        (await AttributeAsync(Ours, "210987654321", "marketing", "Tag")).ShouldBe(Attribution.NotOurs);

    [Theory]
    [InlineData("", "210987654321")] // we don't know our own account
    [InlineData(Ours, null)] // the event doesn't say
    public async Task AttributeAsync_SenderUnknown_IsTakenForOurs(string account, string? sender) =>
        (await AttributeAsync(account, sender, "marketing", "Tag")).Counted.ShouldBeTrue();

    private static Task<Attribution> AttributeAsync(string account, string? sender, string? set, string source) => new Attributor(account).AttributeAsync(
        new FeedbackEvent(
            FeedbackKind.Bounce,
            "message-1",
            World.Noon,
            World.Noon,
            "feedback-1",
            set,
            Enum.Parse<AttributionSource>(source),
            IdentityArn: null,
            sender,
            TenantName: null,
            [new RecipientEvidence(Sample.Address("ann"), Evidence.HardBounced, "Permanent/General")]),
        CancellationToken.None);
}
