namespace Feedback.Reporting;

/// <summary>Makes a mail of the facts.</summary>
internal static class DigestComposer
{
    internal static DigestMail Compose(DigestFacts facts) => new(DigestWords.Subject(facts), DigestText.Of(facts), DigestPage.Of(facts));
}
