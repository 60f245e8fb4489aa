namespace Feedback.Deciding.Lag;

/// <summary>Messages that one process of DeliveryFunction received and may not have counted.</summary>
/// <param name="Count">The number of messages, of all sets.</param>
/// <param name="SentFrom">When the oldest of them was sent to the delivery queue.</param>
/// <param name="Until">By then SQS has handed them out again, whatever became of the process.</param>
internal sealed record DeliverySpan(long Count, DateTimeOffset SentFrom, DateTimeOffset Until)
{
    /// <summary>
    /// How long a batch can stay uncounted unnoticed: its messages are invisible for 7 minutes (VisibilityTimeout in template.yaml), and the
    /// next run of the function takes up to one minute.
    /// </summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromMinutes(8);

    /// <summary>Returns how many of the messages may have been sent by <paramref name="sentBy"/> and still be uncounted.</summary>
    internal long CountOf(DateTimeOffset sentBy, DateTimeOffset now) => SentFrom <= sentBy && now < Until ? Count : 0;
}
