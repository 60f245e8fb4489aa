-- The mail of each configuration set by the day it was sent, counted as Feedback counts: each message and recipient once, each
-- complaint once, and nothing that SES never attempted. Events of the last 90 days.
CREATE OR REPLACE VIEW sets_by_day AS
WITH recent AS (
  SELECT *, substr(mail.timestamp, 1, 10) AS sent_on, element_at(mail.tags, 'ses:configuration-set')[1] AS tag
  FROM archive
  WHERE type IN ('Bounce', 'Complaint', 'Delivery')
    AND day >= CAST(CAST(current_date - INTERVAL '90' DAY AS date) AS varchar)
),
messages AS (
  SELECT mail.messageid AS message_id, min(sent_on) AS sent_on, max(tag) AS configuration_set
  FROM recent
  GROUP BY mail.messageid
),
seen AS (
  SELECT mail.messageid AS message_id, lower(recipient.address) AS address, 1 AS delivered, 0 AS hard, 0 AS soft
  FROM recent
  CROSS JOIN UNNEST(delivery.recipients) AS recipient (address)
  WHERE type = 'Delivery'
  UNION ALL
  SELECT
    mail.messageid,
    lower(recipient.emailaddress),
    0,
    CASE WHEN bounce.bouncetype = 'Permanent' AND coalesce(recipient.action, 'failed') = 'failed' THEN 1 ELSE 0 END,
    CASE WHEN bounce.bouncetype = 'Permanent' AND coalesce(recipient.action, 'failed') = 'failed' THEN 0 ELSE 1 END
  FROM recent
  CROSS JOIN UNNEST(bounce.bouncedrecipients) AS recipient (emailaddress, action, status, diagnosticcode)
  WHERE type = 'Bounce' AND bounce.bouncesubtype NOT IN (
    'OnAccountSuppressionList', 'OnTenantSuppressionList', 'EmailValidationSuppressed', 'UnsubscribedRecipient')
),
outcomes AS (
  SELECT message_id, address, max(delivered) AS delivered, max(hard) AS hard, max(soft) AS soft
  FROM seen
  WHERE address NOT LIKE '%@simulator.amazonses.com%'
  GROUP BY message_id, address
),
complaints AS (
  SELECT min(mail.messageid) AS message_id, complaint.feedbackid
  FROM recent
  WHERE type = 'Complaint' AND complaint.complaintsubtype IS NULL AND coalesce(complaint.complaintfeedbacktype, 'abuse') <> 'not-spam'
  GROUP BY complaint.feedbackid
),
counted AS (
  SELECT message_id, 1 AS attempts, delivered, hard, soft, 0 AS complaints FROM outcomes
  UNION ALL
  SELECT message_id, 0, 0, 0, 0, 1 FROM complaints
)
SELECT
  messages.sent_on,
  messages.configuration_set,
  sum(attempts) AS attempts,
  sum(delivered) AS deliveries,
  sum(hard) AS hard_bounces,
  sum(soft) AS soft_bounces,
  sum(complaints) AS complaints,
  round(100.0 * sum(hard) / nullif(sum(attempts), 0), 3) AS bounce_percent,
  round(100.0 * sum(complaints) / nullif(sum(delivered), 0), 4) AS complaint_percent
FROM counted
JOIN messages ON messages.message_id = counted.message_id
GROUP BY messages.sent_on, messages.configuration_set
