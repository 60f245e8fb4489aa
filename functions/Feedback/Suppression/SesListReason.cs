namespace Feedback.Suppression;

/// <summary>Why an address is on SES's suppression list of the account. SES knows no other reasons.</summary>
internal enum SesListReason
{
    Bounce,
    Complaint,
}
