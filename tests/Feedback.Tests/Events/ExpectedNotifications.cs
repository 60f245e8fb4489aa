namespace Feedback.Tests.Events;

/// <summary>
/// What reading each record of each file under <c>events/</c> must give, in the order of the records:
/// kind, how the configuration set is known, sending account and tenant if not ours, and the evidence about each recipient.
/// </summary>
internal static class ExpectedNotifications
{
    internal static readonly IReadOnlyDictionary<string, string[]> ByFile = new Dictionary<string, string[]>
    {
        ["bounce/permanent-general.json"] =
        [
            "Bounce Tag:marketing ann@example.org=HardBounced",
        ],
        ["bounce/permanent-no-email.json"] =
        [
            "Bounce Tag:transactional no.such.user@example.org=HardBounced",
        ],
        ["bounce/permanent-suppressed.json"] =
        [
            "Bounce Tag:newsletter ben@example.org=HardBounced|OnSesGlobalList",
        ],
        ["bounce/permanent-on-account-suppression-list.json"] =
        [
            "Bounce Tag:marketing carla@example.org=OnAccountList",
        ],
        ["bounce/permanent-on-tenant-suppression-list.json"] =
        [
            "Bounce Tag:marketing for tenant-a carla@example.org=OnTenantList",
        ],
        ["bounce/permanent-email-validation-suppressed.json"] =
        [
            "Bounce Tag:newsletter typo@exmaple.example.org=FailedValidation",
        ],
        ["bounce/permanent-unsubscribed-recipient.json"] =
        [
            "Bounce Tag:newsletter dora@example.org=Unsubscribed",
        ],
        ["bounce/permanent-unknown-subtype.json"] =
        [
            "Bounce Tag:marketing emil@example.org=HardBounced",
        ],
        ["bounce/transient-general.json"] =
        [
            "Bounce Tag:transactional frida@example.org=SoftBounced",
        ],
        ["bounce/transient-mailbox-full.json"] =
        [
            "Bounce Tag:newsletter full@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bounce/transient-custom-timeout-exceeded.json"] =
        [
            "Bounce Tag:transactional gus@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bounce/transient-message-too-large.json"] =
        [
            "Bounce Tag:marketing hilda@example.org=SoftBounced",
        ],
        ["bounce/transient-content-rejected.json"] =
        [
            "Bounce Tag:marketing ida@example.org=SoftBounced",
        ],
        ["bounce/transient-attachment-rejected.json"] =
        [
            "Bounce Tag:marketing jon@example.org=SoftBounced",
        ],
        ["bounce/transient-unknown-subtype.json"] =
        [
            "Bounce Tag:transactional kim@example.org=SoftBounced",
        ],
        ["bounce/undetermined.json"] =
        [
            "Bounce Tag:marketing lena@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bounce/unknown-type.json"] =
        [
            "Bounce Tag:marketing max@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bounce/failed-beside-delayed.json"] =
        [
            "Bounce Tag:marketing gone@example.org=HardBounced slow@example.net=SoftBounced",
        ],
        ["bounce/many-recipients.json"] =
        [
            "Bounce Tag:newsletter nora@example.org=HardBounced otto@example.org=HardBounced pia@example.org=HardBounced",
        ],
        ["bounce/display-name-and-idn.json"] =
        [
            "Bounce Tag:transactional jane.doe@example.org=HardBounced info@xn--bcher-kva.example.org=HardBounced",
        ],
        ["bounce/after-delivery.json"] =
        [
            "Bounce Tag:transactional rosa@example.org=HardBounced",
        ],
        ["bounce/mailbox-simulator.json"] =
        [
            "Ignored: only mailbox-simulator recipients",
            "Bounce Tag:marketing sam@example.org=HardBounced",
        ],
        ["bounce/identity-notification.json"] =
        [
            "Bounce None: tess@example.org=HardBounced",
        ],
        ["bounce/identity-notification-with-header.json"] =
        [
            "Bounce Header:newsletter ulla@example.org=HardBounced",
        ],
        ["bounce/sending-delegate.json"] =
        [
            "Bounce None: by 210987654321 vera@example.org=HardBounced",
        ],
        ["bounce/spaced-timestamps.json"] =
        [
            "Bounce Tag:marketing willi@example.org=HardBounced",
        ],
        ["bounce/duplicate-both-formats.json"] =
        [
            "Bounce None: xaver@example.org=HardBounced yara@example.org=HardBounced",
            "Bounce Tag:marketing xaver@example.org=HardBounced yara@example.org=HardBounced",
        ],
        ["bounce/redelivered.json"] =
        [
            "Bounce Tag:marketing zoe@example.org=HardBounced",
            "Bounce Tag:marketing zoe@example.org=HardBounced",
        ],
        ["bounce/blast.json"] = [.. Enumerable.Range(0, 10).Select(Purchased)],
        ["bounce/other-event-types.json"] =
        [
            "Ignored: SES event Send",
            "Ignored: SES event Open",
            "Ignored: SES event Click",
            "Ignored: SES event Subscription",
            "Ignored: SES event InventedTomorrow",
        ],
        ["bounce/non-events.json"] =
        [
            "Ignored: SES validated the SNS topic",
            "Ignored: SES validated the SNS topic",
            "Ignored: SES event AmazonSnsSubscriptionSucceeded",
            "Ignored: SES event AmazonSnsSubscriptionSucceeded",
            "Ignored: SNS SubscriptionConfirmation",
            "Ignored: SNS UnsubscribeConfirmation",
            "Ignored: EventBridge event Advisor Recommendation Status Open",
            "Ignored: EventBridge event of another source",
        ],
        ["bounce/batch-of-everything.json"] =
        [
            "Bounce Tag:marketing abel@example.org=HardBounced",
            "Ignored: SES validated the SNS topic",
            "Bounce Tag:transactional berta@example.org=SoftBounced|TowardsSoftBounceLimit",
            "Bounce Tag:newsletter cara@example.org=HardBounced|OnSesGlobalList",
            "Ignored: SES event Send",
            "Bounce Tag:marketing dirk@example.org=OnAccountList",
            "Complaint Tag:marketing hugo@example.org=Delivered|Complained inga@example.org=ListedInComplaint",
            "Delivery Tag:marketing ella@example.org=Delivered",
            "Ignored: SES event AmazonSnsSubscriptionSucceeded",
            "Bounce Header:newsletter finn@example.org=SoftBounced|TowardsSoftBounceLimit",
            "Ignored: only mailbox-simulator recipients",
            "Ignored: SNS SubscriptionConfirmation",
            "Bounce Tag:transactional gerd@example.org=Unsubscribed",
        ],
        ["complaint/abuse.json"] =
        [
            "Complaint Tag:marketing ann@example.org=Delivered|Complained",
        ],
        ["complaint/auth-failure.json"] =
        [
            "Complaint Tag:newsletter ben@example.org=Delivered|Complained",
        ],
        ["complaint/fraud.json"] =
        [
            "Complaint Tag:marketing carla@example.org=Delivered|Complained",
        ],
        ["complaint/virus.json"] =
        [
            "Complaint Tag:transactional dora@example.org=Delivered|Complained",
        ],
        ["complaint/other.json"] =
        [
            "Complaint Tag:marketing emil@example.org=Delivered|Complained",
        ],
        ["complaint/no-feedback-type.json"] =
        [
            "Complaint Tag:newsletter frida@example.org=Delivered|Complained",
        ],
        ["complaint/unknown-feedback-type.json"] =
        [
            "Complaint Tag:marketing gus@example.org=Delivered|Complained",
        ],
        ["complaint/identity-notification.json"] =
        [
            "Complaint None: hilda@example.org=Delivered|Complained",
        ],
        ["complaint/not-spam.json"] =
        [
            "Ignored: complaint not-spam",
        ],
        ["complaint/many-recipients.json"] =
        [
            "Complaint Tag:newsletter jon@example.org=ListedInComplaint kim@example.org=ListedInComplaint lena@example.org=Delivered|Complained",
        ],
        ["complaint/on-account-suppression-list.json"] =
        [
            "Complaint Tag:marketing nora@example.org=OnAccountList",
        ],
        ["complaint/on-account-suppression-list-without-recipients.json"] =
        [
            "Ignored: complaint of a suppression list without recipients",
        ],
        ["complaint/on-tenant-suppression-list.json"] =
        [
            "Complaint Tag:marketing for tenant-a pia@example.org=OnTenantList",
        ],
        ["complaint/mailbox-simulator.json"] =
        [
            "Ignored: only mailbox-simulator recipients",
        ],
        ["complaint/sending-delegate.json"] =
        [
            "Complaint None: by 210987654321 quentin@example.org=Delivered|Complained",
        ],
        ["complaint/duplicate-both-formats.json"] =
        [
            "Complaint None: sam@example.org=ListedInComplaint rosa@example.org=Delivered|Complained",
            "Complaint Tag:marketing rosa@example.org=Delivered|Complained sam@example.org=ListedInComplaint",
        ],
        ["delivery/event-publishing.json"] =
        [
            "Delivery Tag:marketing ann@example.org=Delivered",
        ],
        ["delivery/in-sns.json"] =
        [
            "Delivery Tag:transactional ben@example.org=Delivered",
        ],
        ["delivery/in-eventbridge.json"] =
        [
            "Delivery Tag:newsletter carla@example.org=Delivered",
        ],
        ["delivery/identity-notification.json"] =
        [
            "Delivery None: dora@example.org=Delivered",
        ],
        ["delivery/many-recipients.json"] =
        [
            "Delivery Tag:newsletter emil@example.org=Delivered frida@example.org=Delivered gus@example.org=Delivered",
        ],
        ["delivery/mailbox-simulator.json"] =
        [
            "Ignored: only mailbox-simulator recipients",
        ],
        ["delivery/then-bounces.json"] =
        [
            "Delivery Tag:transactional rosa@example.org=Delivered",
        ],
        ["delivery/reject.json"] =
        [
            "Reject Tag:marketing ann@example.org=Rejected",
        ],
        ["delivery/rendering-failure.json"] =
        [
            "RenderingFailure Tag:marketing ann@example.org=RenderingFailed",
        ],
        ["delivery/delivery-delay.json"] =
        [
            "DeliveryDelay Tag:marketing ann@example.org=Delayed",
        ],
        ["delivery/batch.json"] =
        [
            "Delivery Tag:marketing reader-00@example.org=Delivered",
            "Delivery Tag:transactional reader-01@example.com=Delivered",
            "Delivery Tag:newsletter reader-02@example.org=Delivered",
            "Delivery Tag:marketing reader-03@example.com=Delivered",
            "Delivery Tag:transactional reader-04@example.org=Delivered",
            "Delivery Tag:newsletter reader-05@example.com=Delivered",
            "Delivery Tag:marketing reader-06@example.org=Delivered",
            "Delivery Tag:transactional reader-07@example.com=Delivered",
            "Delivery Tag:newsletter reader-08@example.org=Delivered",
            "Delivery Tag:marketing reader-09@example.com=Delivered",
        ],
        ["bad/not-json.json"] =
        [
            "Bounce Tag:marketing before@example.org=HardBounced",
            "Unreadable: the body is not JSON, or is nested too deeply",
            "Bounce Tag:transactional after@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bad/truncated.json"] =
        [
            "Bounce Tag:marketing before@example.org=HardBounced",
            "Unreadable: the body is not JSON, or is nested too deeply",
            "Bounce Tag:transactional after@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bad/deep.json"] =
        [
            "Bounce Tag:marketing before@example.org=HardBounced",
            "Unreadable: the body is not JSON, or is nested too deeply",
            "Bounce Tag:transactional after@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bad/lone-surrogate.json"] =
        [
            "Bounce Tag:marketing before@example.org=HardBounced",
            "Unreadable: bounce.bouncedRecipients.emailAddress is not valid Unicode",
            "Bounce Tag:transactional after@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bad/long-address.json"] =
        [
            "Bounce Tag:marketing before@example.org=HardBounced",
            "Unreadable: bounce.bouncedRecipients.emailAddress is longer than 320 characters",
            "Bounce Tag:transactional after@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bad/quarter-megabyte.json"] =
        [
            "Bounce Tag:marketing before@example.org=HardBounced",
            "Unreadable: the body is not JSON, or is nested too deeply",
            "Bounce Tag:transactional after@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
        ["bad/no-message-id.json"] =
        [
            "Bounce Tag:marketing before@example.org=HardBounced",
            "Unreadable: mail.messageId is missing",
            "Bounce Tag:transactional after@example.org=SoftBounced|TowardsSoftBounceLimit",
        ],
    };

    // The blast is ten bounces of ten recipients each.
    private static string Purchased(int bounce) =>
        "Bounce Tag:newsletter " + string.Join(' ', Enumerable.Range(bounce * 10, 10).Select(at => $"purchased-{at:000}@example.org=HardBounced"));
}
