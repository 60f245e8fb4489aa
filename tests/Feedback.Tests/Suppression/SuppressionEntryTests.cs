using Feedback.Notifications;
using Feedback.Suppression;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Suppression;

public sealed class SuppressionEntryTests
{
    private static readonly SuppressionEntry Empty = SuppressionEntry.Empty(Sample.Address("ann"));
    private static readonly SuppressionCause Early = new(World.Noon, "b");
    private static readonly SuppressionCause Late = new(World.Noon + TimeSpan.FromDays(1), "a");

    [Fact]
    public void With_TwoCausesInEitherOrder_KeepsTheLater()
    {
        Empty.With(SuppressionReason.HardBounce, Early).With(SuppressionReason.HardBounce, Late).Reasons[SuppressionReason.HardBounce].ShouldBe(Late);
        Empty.With(SuppressionReason.HardBounce, Late).With(SuppressionReason.HardBounce, Early).Reasons[SuppressionReason.HardBounce].ShouldBe(Late);
    }

    [Fact]
    public void With_TwoCausesAtOnce_KeepsTheSameInEitherOrder()
    {
        var other = Early with { MessageId = "a" };

        Empty.With(SuppressionReason.Complaint, Early).With(SuppressionReason.Complaint, other)
            .SaysTheSameAs(Empty.With(SuppressionReason.Complaint, other).With(SuppressionReason.Complaint, Early)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("HardBounce", false)]
    [InlineData("Complaint", false)]
    [InlineData("AccountSuppressionList", false)]
    [InlineData("TenantSuppressionList", false)]
    [InlineData("EmailValidation", false)]
    [InlineData("Unsubscribed", false)]
    [InlineData("SesGlobalList", true)]
    [InlineData("SoftBounceLimit", true)]
    public void EndsAt_OneReason_EndsAfterFourteenDaysOrNever(string reason, bool ends)
    {
        var entry = Empty.With(Enum.Parse<SuppressionReason>(reason), Early);

        entry.EndsAt.ShouldBe(ends ? World.Noon + TimeSpan.FromDays(14) : null);
        entry.InForce(World.Noon + TimeSpan.FromDays(14) - TimeSpan.FromTicks(1)).Any().ShouldBeTrue();
        entry.InForce(World.Noon + TimeSpan.FromDays(14)).Any().ShouldBe(!ends);
    }

    [Fact]
    public void EndsAt_SeveralReasons_IsTheLastEnd()
    {
        var temporary = Empty.With(SuppressionReason.SesGlobalList, Early).With(SuppressionReason.SoftBounceLimit, Late);

        temporary.EndsAt.ShouldBe(Late.OccurredAt + TimeSpan.FromDays(14));
        temporary.With(SuppressionReason.Complaint, Early).EndsAt.ShouldBeNull();
        Empty.EndsAt.ShouldBeNull();
    }

    [Theory]
    [InlineData((int)Evidence.Delivered, "")]
    [InlineData((int)(Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit), "")]
    [InlineData((int)Evidence.HardBounced, "HardBounce")]
    [InlineData((int)(Evidence.HardBounced | Evidence.OnSesGlobalList), "SesGlobalList")]
    [InlineData((int)(Evidence.Complained | Evidence.Delivered), "Complaint")]
    [InlineData((int)Evidence.ListedInComplaint, "Complaint")]
    [InlineData((int)Evidence.OnAccountList, "AccountSuppressionList")]
    [InlineData((int)Evidence.OnTenantList, "TenantSuppressionList")]
    [InlineData((int)Evidence.FailedValidation, "EmailValidation")]
    [InlineData((int)Evidence.Unsubscribed, "Unsubscribed")]
    [InlineData((int)(Evidence.HardBounced | Evidence.Complained), "HardBounce,Complaint")]
    public void Of_Evidence_SuppressesForItsReason(int evidence, string reasons) =>
        string.Join(',', SuppressionReasons.Of((Evidence)evidence)).ShouldBe(reasons);
}
