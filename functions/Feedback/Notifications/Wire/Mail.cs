namespace Feedback.Notifications.Wire;

/// <summary>The <c>mail</c> object: the message that an event is about.</summary>
internal sealed record Mail(
    string MessageId,
    DateTimeOffset SentAt,
    string? SourceArn,
    string? SendingAccountId,
    string? TenantName,
    string? ConfigurationSet,
    AttributionSource AttributionSource)
{
    internal static Mail Read(JsonField mail)
    {
        JsonField messageId = new("mail", "messageId"u8), timestamp = new("mail", "timestamp"u8);
        JsonField sourceArn = new("mail", "sourceArn"u8), sendingAccountId = new("mail", "sendingAccountId"u8);
        JsonField tags = new("mail", "tags"u8), headers = new("mail", "headers"u8);
        for (var fields = mail.Object(); fields.Next();)
        {
            _ = fields.Take(ref messageId) || fields.Take(ref timestamp)
                || fields.Take(ref sourceArn) || fields.Take(ref sendingAccountId)
                || fields.Take(ref tags) || fields.Take(ref headers);
        }

        var (tagged, tenant) = Tags.Read(tags);
        var named = tagged ?? MessageHeaders.ConfigurationSet(headers);
        return new Mail(
            messageId.RequiredText(),
            timestamp.Timestamp() ?? throw timestamp.Wrong("is missing"),
            sourceArn.Text(),
            sendingAccountId.Text(),
            tenant,
            named,
            Source(tagged, named));
    }

    private static AttributionSource Source(string? tagged, string? named) => (tagged, named) switch
    {
        (not null, _) => AttributionSource.Tag,
        (null, not null) => AttributionSource.Header,
        _ => AttributionSource.None,
    };
}
