namespace Feedback.Notifications.Wire;

/// <summary>The root object of a body: SES's own JSON, an SNS envelope or an EventBridge event.</summary>
internal ref struct Body
{
    public JsonField EventType = new(string.Empty, "eventType"u8);
    public JsonField NotificationType = new(string.Empty, "notificationType"u8);
    public JsonField Mail = new(string.Empty, "mail"u8);
    public JsonField Bounce = new(string.Empty, "bounce"u8);
    public JsonField Complaint = new(string.Empty, "complaint"u8);
    public JsonField Delivery = new(string.Empty, "delivery"u8);
    public JsonField DeliveryDelay = new(string.Empty, "deliveryDelay"u8);
    public JsonField SnsType = new(string.Empty, "Type"u8);
    public JsonField SnsMessage = new(string.Empty, "Message"u8);
    public JsonField Source = new(string.Empty, "source"u8);
    public JsonField DetailType = new(string.Empty, "detail-type"u8);
    public JsonField Records = new(string.Empty, "Records"u8);
    public JsonField Detail = new(string.Empty, "detail"u8);

    public Body()
    {
    }

    internal static Body Read(ReadOnlySpan<byte> json)
    {
        var body = new Body();
        for (var fields = new JsonObject(json, "the body"); fields.Next();)
        {
            _ = fields.Take(ref body.EventType) || fields.Take(ref body.NotificationType) || fields.Take(ref body.Mail)
                || fields.Take(ref body.Bounce) || fields.Take(ref body.Complaint) || fields.Take(ref body.Delivery)
                || fields.Take(ref body.DeliveryDelay)
                || fields.Take(ref body.SnsType) || fields.Take(ref body.SnsMessage)
                || fields.Take(ref body.Source) || fields.Take(ref body.DetailType) || fields.Take(ref body.Detail)
                || fields.Take(ref body.Records);
        }

        return body;
    }
}
