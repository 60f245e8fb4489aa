using static Feedback.Notifications.Evidence;

namespace Feedback.Tests.Notifications.Wire;

/// <summary>Each bounce type and subtype: whether it suppresses, and whether it counts in the bounce rate.</summary>
public sealed class BounceTableTests
{
    [Fact]
    public void Read_PermanentGeneral_SuppressesAndCounts() =>
        SesJson.Bounce("Permanent", "General").Evidence().ShouldBe(HardBounced);

    [Fact]
    public void Read_PermanentNoEmail_SuppressesAndCounts() =>
        SesJson.Bounce("Permanent", "NoEmail").Evidence().ShouldBe(HardBounced);

    [Fact]
    public void Read_PermanentSuppressed_SuppressesRecoverablyAndCounts() =>
        SesJson.Bounce("Permanent", "Suppressed").Evidence().ShouldBe(HardBounced | OnSesGlobalList);

    [Fact]
    public void Read_PermanentOnAccountSuppressionList_SuppressesAndIsNeverAttempted() =>
        SesJson.Bounce("Permanent", "OnAccountSuppressionList").Evidence().ShouldBe(OnAccountList);

    [Fact]
    public void Read_PermanentOnTenantSuppressionList_SuppressesAndIsNeverAttempted() =>
        SesJson.Bounce("Permanent", "OnTenantSuppressionList").Evidence().ShouldBe(OnTenantList);

    [Fact]
    public void Read_PermanentEmailValidationSuppressed_SuppressesAndIsNeverAttempted() =>
        SesJson.Bounce("Permanent", "EmailValidationSuppressed").Evidence().ShouldBe(FailedValidation);

    [Fact]
    public void Read_PermanentUnsubscribedRecipient_SuppressesAsOptOutAndIsNeverAttempted() =>
        SesJson.Bounce("Permanent", "UnsubscribedRecipient").Evidence().ShouldBe(Unsubscribed);

    [Fact]
    public void Read_PermanentOfUnknownSubtype_SuppressesAndCounts() =>
        SesJson.Bounce("Permanent", "InventedTomorrow").Evidence().ShouldBe(HardBounced);

    [Fact]
    public void Read_TransientGeneral_IsInTheDenominatorOnly() =>
        SesJson.Bounce("Transient", "General").Evidence().ShouldBe(SoftBounced);

    [Fact]
    public void Read_TransientMailboxFull_CountsTowardsTheSoftBounceLimit() =>
        SesJson.Bounce("Transient", "MailboxFull").Evidence().ShouldBe(SoftBounced | TowardsSoftBounceLimit);

    [Fact]
    public void Read_TransientCustomTimeoutExceeded_CountsTowardsTheSoftBounceLimit() =>
        SesJson.Bounce("Transient", "CustomTimeoutExceeded").Evidence().ShouldBe(SoftBounced | TowardsSoftBounceLimit);

    [Fact]
    public void Read_TransientMessageTooLarge_NeverEscalates() =>
        SesJson.Bounce("Transient", "MessageTooLarge").Evidence().ShouldBe(SoftBounced);

    [Fact]
    public void Read_TransientContentRejected_NeverEscalates() =>
        SesJson.Bounce("Transient", "ContentRejected").Evidence().ShouldBe(SoftBounced);

    [Fact]
    public void Read_TransientAttachmentRejected_NeverEscalates() =>
        SesJson.Bounce("Transient", "AttachmentRejected").Evidence().ShouldBe(SoftBounced);

    [Fact]
    public void Read_TransientOfUnknownSubtype_IsInTheDenominatorOnly() =>
        SesJson.Bounce("Transient", "InventedTomorrow").Evidence().ShouldBe(SoftBounced);

    [Fact]
    public void Read_Undetermined_CountsTowardsTheSoftBounceLimit() =>
        SesJson.Bounce("Undetermined", "Undetermined").Evidence().ShouldBe(SoftBounced | TowardsSoftBounceLimit);

    [Fact]
    public void Read_UndeterminedOfUnknownSubtype_CountsTowardsTheSoftBounceLimit() =>
        SesJson.Bounce("Undetermined", "InventedTomorrow").Evidence().ShouldBe(SoftBounced | TowardsSoftBounceLimit);

    [Fact]
    public void Read_UnknownType_IsTakenForUndetermined() =>
        SesJson.Bounce("Invented", "General").Evidence().ShouldBe(SoftBounced | TowardsSoftBounceLimit);

    [Theory]
    [InlineData("Permanent", "General", "Permanent/General")]
    [InlineData("Permanent", "InventedTomorrow", "Permanent/InventedTomorrow")]
    [InlineData("Permanent", "ann@example.org", "Permanent/unknown")]
    public void Read_Subtype_IsNamedInSesWords(string type, string subtype, string expected) =>
        SesJson.Bounce(type, subtype).Event().Recipients.ShouldHaveSingleItem().Subtype.ShouldBe(expected);
}
