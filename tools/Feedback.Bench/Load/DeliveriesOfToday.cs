using System.Globalization;
using Feedback.Processing;

namespace Feedback.Bench.Load;

/// <summary>Creates batches of deliveries as SES publishes them, one mail of each set.</summary>
internal sealed class DeliveriesOfToday(TimeProvider time)
{
    private int _number;

    public IReadOnlyList<IncomingMessage> Batch(int sets) => [.. Enumerable.Range(0, sets).Select(Message)];

    private IncomingMessage Message(int set)
    {
        var (now, number) = (time.GetUtcNow(), ++_number);
        var sent = now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return new IncomingMessage(number.ToString(CultureInfo.InvariantCulture), Json(set, number, sent), now);
    }

    private static string Json(int set, int number, string sent) => $$"""
        {
          "eventType": "Delivery",
          "delivery": {
            "timestamp": "{{sent}}",
            "processingTimeMillis": 812,
            "recipients": ["recipient-{{number}}@example.org"],
            "smtpResponse": "250 2.0.0 OK 1763458201 4si1882731wrb.121 - ESMTP",
            "reportingMTA": "a4-11.smtp-out.eu-west-1.amazonses.com"
          },
          "mail": {
            "timestamp": "{{sent}}",
            "source": "offers@example.com",
            "sourceArn": "arn:aws:ses:eu-west-1:123456789012:identity/example.com",
            "sendingAccountId": "123456789012",
            "messageId": "0102018f3c2a{{number:x8}}-4e5f-6a7b-8c9d-112233445566-000000",
            "destination": ["recipient-{{number}}@example.org"],
            "tags": { "ses:configuration-set": ["set-{{set}}"] }
          }
        }
        """;
}
