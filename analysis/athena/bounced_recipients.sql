-- One row for each message, recipient and kind of bounce of a day.
CREATE OR REPLACE VIEW bounced_recipients AS
SELECT
  day,
  lower(recipient.emailaddress) AS address,
  mail.messageid AS message_id,
  max(element_at(mail.tags, 'ses:configuration-set')[1]) AS configuration_set,
  bounce.bouncetype AS bounce_type,
  bounce.bouncesubtype AS bounce_subtype,
  max(recipient.action) AS action,
  max(recipient.status) AS status,
  max(recipient.diagnosticcode) AS diagnostic,
  min(mail.timestamp) AS sent_at,
  min(bounce.timestamp) AS bounced_at
FROM archive
CROSS JOIN UNNEST(bounce.bouncedrecipients) AS recipient (emailaddress, action, status, diagnosticcode)
WHERE type = 'Bounce'
GROUP BY day, lower(recipient.emailaddress), mail.messageid, bounce.bouncetype, bounce.bouncesubtype
