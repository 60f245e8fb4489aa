using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary>Everything about one address as JSON.</summary>
/// <param name="Check">The answer for mail without a set.</param>
/// <param name="Entry">What the table holds; null if it holds nothing.</param>
/// <param name="History">What operators did, latest first.</param>
internal sealed record ShowDocument(CheckDocument Check, EntryDocument? Entry, IReadOnlyList<ShowDocument.ChangeDocument> History)
{
    /// <summary>What an operator did.</summary>
    internal sealed record ChangeDocument(DateTimeOffset At, string What, string Who, string Why)
    {
        public static ChangeDocument Of(SuppressionChange change) => new(change.At, change.What, change.Author, change.Text);
    }
}
