namespace Feedback.Cli.DeadLetters;

/// <summary>A dead-letter queue as JSON.</summary>
/// <param name="Queue">bounce, complaint, delivery or inbound.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Messages">The number of messages in it, as SQS estimates it.</param>
/// <param name="Letters">Those that were looked at, the oldest first.</param>
internal sealed record DeadLetterDocument(string Queue, string Url, long Messages, IReadOnlyList<DeadLetterDocument.Letter> Letters)
{
    public static DeadLetterDocument Of(DeadLetterQueue queue) => new(queue.Name, queue.Url, queue.Messages, [.. queue.Letters.Select(letter => new Letter(
        letter.Id, letter.SentAt, letter.Received, letter.Type, letter.Set, letter.MessageId, letter.Why, letter.CanBeRead))]);

    /// <inheritdoc cref="DeadLetter"/>
    internal sealed record Letter(
        string Id, DateTimeOffset? SentAt, int Received, string? Type, string? Set, string? MessageId, string Why, bool CanBeRead);
}
