using Feedback.Inbound;
using Feedback.Notifications;

namespace Feedback.Tests.Inbound;

public sealed class DeliveryStatusTests
{
    private const Evidence MailboxTrouble = Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit;

    [Theory]
    [InlineData("failed", "5.1.1", (int)Evidence.HardBounced)]
    [InlineData("Failed", " 5.0.0 ", (int)Evidence.HardBounced)]
    [InlineData("failed (final)", "5.1.10 (null MX)", (int)Evidence.HardBounced)]
    [InlineData("failed", "5.4.1", (int)Evidence.HardBounced)]
    [InlineData("failed", "5.2.1", (int)Evidence.HardBounced)]
    [InlineData("failed", "5.2.2", (int)MailboxTrouble)] // full
    [InlineData("failed", "5.4.7", (int)MailboxTrouble)] // not delivered in time
    [InlineData("failed", "4.4.7", (int)MailboxTrouble)]
    [InlineData("failed", "4.2.1", (int)MailboxTrouble)]
    [InlineData("failed", "5.2.3", (int)Evidence.SoftBounced)] // too large for the mailbox
    [InlineData("failed", "5.3.4", (int)Evidence.SoftBounced)] // too large for the system
    [InlineData("failed", "5.6.1", (int)Evidence.SoftBounced)] // content
    [InlineData("failed", "5.7.1", (int)Evidence.SoftBounced)] // policy
    [InlineData("failed", null, (int)MailboxTrouble)]
    [InlineData("failed", "550", (int)MailboxTrouble)]
    [InlineData("failed", "5.1.1.1", (int)MailboxTrouble)]
    [InlineData("delayed", "5.1.1", (int)Evidence.Delayed)]
    [InlineData("delayed", "4.4.1", (int)Evidence.Delayed)]
    [InlineData("delivered", "5.1.1", 0)]
    [InlineData("relayed", "2.1.9", 0)]
    [InlineData("expanded", "2.1.5", 0)]
    [InlineData(null, "5.1.1", (int)Evidence.HardBounced)]
    [InlineData("refused", "4.1.1", (int)Evidence.Delayed)]
    [InlineData(null, "2.0.0", 0)]
    [InlineData(null, null, 0)]
    public void Evaluate_ActionAndStatus_ProvesNoMoreThanTheySay(string? action, string? status, int expected) =>
        ((int)DeliveryStatus.Evaluate(action, status)).ShouldBe(expected);

    [Theory]
    [InlineData("failed", "5.1.1 (bad mailbox)", "5.1.1")]
    [InlineData("failed", "ann@example.org", "failed")]
    [InlineData("delayed", null, "delayed")]
    public void Label_ActionAndStatus_IsTheCodeOrTheAction(string action, string? status, string expected) =>
        DeliveryStatus.Label(action, status).ShouldBe(expected);
}
