-- One row for each complaint and recipient of a day. Where SES lists several, any of them may have complained.
CREATE OR REPLACE VIEW complained_recipients AS
SELECT
  day,
  lower(recipient.emailaddress) AS address,
  mail.messageid AS message_id,
  max(element_at(mail.tags, 'ses:configuration-set')[1]) AS configuration_set,
  complaint.feedbackid AS feedback_id,
  max(complaint.complaintfeedbacktype) AS complaint_type,
  max(complaint.complaintsubtype) AS complaint_subtype,
  max(complaint.useragent) AS user_agent,
  min(mail.timestamp) AS sent_at,
  min(complaint.timestamp) AS complained_at
FROM archive
CROSS JOIN UNNEST(complaint.complainedrecipients) AS recipient (emailaddress)
WHERE type = 'Complaint'
GROUP BY day, lower(recipient.emailaddress), mail.messageid, complaint.feedbackid
