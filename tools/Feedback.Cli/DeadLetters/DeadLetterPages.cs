using Feedback.Cli.Output;
using Spectre.Console;

namespace Feedback.Cli.DeadLetters;

/// <summary>Shows dead-letter queues and messages.</summary>
internal static class DeadLetterPages
{
    /// <summary>One line for each queue.</summary>
    public static Table Summary(IEnumerable<DeadLetterQueue> queues)
    {
        var table = Tables.New("Queue", "Messages", "Oldest", "Why");
        foreach (var queue in queues)
        {
            table.AddRow(
                new Text(queue.Name),
                new Text(Figures.Count(queue.Messages)),
                new Text(Figures.Time(queue.Letters is [var oldest, ..] ? oldest.SentAt : null)),
                new Text(Why(queue.Letters)));
        }

        return table;
    }

    /// <summary>A few lines for each message, so that no id is broken.</summary>
    public static void Show(Terminal terminal, DeadLetterQueue queue)
    {
        foreach (var letter in queue.Letters)
        {
            var mail = letter.MessageId is null ? "" : $" of SES message {letter.MessageId}{(letter.Set is null ? "" : $", set {letter.Set}")}";
            terminal.Line($"{queue.Name} {letter.Id}");
            terminal.Line($"  sent {Figures.Time(letter.SentAt)}, received {Figures.Count(letter.Received, "time")}");
            terminal.Line($"  {letter.Type ?? "message"}{mail}");
            terminal.Line($"  {letter.Why}");
        }

        if (queue.Messages > queue.Letters.Count)
        {
            terminal.Line($"{Figures.Count(queue.Messages - queue.Letters.Count)} more in the {queue.Name} queue.");
        }
    }

    private static string Why(IReadOnlyList<DeadLetter> letters) => letters.Count == 0 ? "-" : string.Join(
        "; ",
        letters.GroupBy(letter => letter.Why).OrderByDescending(group => group.Count()).Select(group => $"{Figures.Count(group.Count())} {group.Key}"));
}
