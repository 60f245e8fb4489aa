namespace Feedback.Acting;

/// <summary>SES rejected a call, failed, or did not answer.</summary>
internal sealed class SendingApiException(string message, Exception? inner) : Exception(message, inner);
