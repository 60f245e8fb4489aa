using System.Globalization;

namespace Feedback.Bench.ColdStart;

/// <summary>Creates hard bounces as SES publishes them, each of its own mail in its own set, so that no set is paused by earlier ones.</summary>
internal sealed class BounceOfToday(TimeProvider clock)
{
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly string _sent = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public string ConfigurationSet => $"bench-{_id}";

    public string Json => $$"""
        {
          "eventType": "Bounce",
          "bounce": {
            "feedbackId": "feedback-{{_id}}",
            "bounceType": "Permanent",
            "bounceSubType": "General",
            "bouncedRecipients": [
              { "emailAddress": "ann@example.org", "action": "failed", "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 user unknown" }
            ],
            "timestamp": "{{_sent}}"
          },
          "mail": {
            "timestamp": "{{_sent}}",
            "source": "offers@example.com",
            "sourceArn": "arn:aws:ses:eu-west-1:123456789012:identity/example.com",
            "sendingAccountId": "123456789012",
            "messageId": "mail-{{_id}}",
            "destination": ["ann@example.org"],
            "tags": { "ses:configuration-set": ["{{ConfigurationSet}}"] }
          }
        }
        """;
}
