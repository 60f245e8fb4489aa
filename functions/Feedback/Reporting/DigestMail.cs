namespace Feedback.Reporting;

/// <summary>A digest as it is sent. Both parts say the same.</summary>
/// <param name="Subject">One line of ASCII characters.</param>
/// <param name="Text">Plain ASCII text in short lines.</param>
/// <param name="Html">A page without anything to load from elsewhere, 600 pixels wide or as wide as a phone.</param>
internal sealed record DigestMail(string Subject, string Text, string Html);
