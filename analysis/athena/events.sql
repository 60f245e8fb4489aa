-- Every event, as SES sent it. SES repeats some, and sends both formats where both are enabled.
CREATE OR REPLACE VIEW events AS
SELECT
  type,
  day,
  mail.messageid AS message_id,
  element_at(mail.tags, 'ses:configuration-set')[1] AS configuration_set,
  mail.sendingaccountid AS account_id,
  mail.source AS sender,
  mail.destination AS recipients,
  try(from_iso8601_timestamp(replace(mail.timestamp, ' ', ''))) AS sent_at,
  try(from_iso8601_timestamp(replace(
    coalesce(bounce.timestamp, complaint.timestamp, delivery.timestamp, deliverydelay.timestamp, mail.timestamp), ' ', ''))) AS occurred_at,
  coalesce(bounce.feedbackid, complaint.feedbackid) AS feedback_id,
  coalesce(bounce.bouncetype, complaint.complaintfeedbacktype, deliverydelay.delaytype) AS detail,
  coalesce(bounce.bouncesubtype, complaint.complaintsubtype) AS subtype,
  coalesce(reject.reason, failure.errormessage) AS problem
FROM archive
