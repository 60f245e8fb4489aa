namespace Feedback.Cli.DeadLetters;

/// <summary>A dead-letter queue and what lies in it.</summary>
/// <param name="Queue">The queue whose messages it takes.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Messages">The number of messages in it, as SQS estimates it: up to a minute late.</param>
/// <param name="Letters">Those of them that were looked at.</param>
internal sealed record DeadLetterQueue(QueueName Queue, string Url, string Arn, long Messages, IReadOnlyList<DeadLetter> Letters)
{
    /// <summary>The name on the command line.</summary>
    public string Name => Queue.ToString().ToLowerInvariant();
}
