using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.DeadLetters;
using Feedback.Cli.Output;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback dlq redrive [QUEUE…]</c></summary>
internal sealed class DlqRedriveCommand : DeploymentCommand
{
    private const int LookedAt = 100;

    private readonly Argument<QueueName[]> _queues = QueueArguments.Some();
    private readonly Option<bool> _yes = new("--yes") { Description = "Don't ask." };

    public DlqRedriveCommand()
        : base("redrive", "Sends the messages of the dead-letter queues back to their queues, where the functions try them again.") =>
        Define(_queues, _yes);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var reader = context.Get<DeadLetterReader>();
        var queues = await reader.ReadAsync(context.Chosen(_queues), LookedAt, cancellationToken);
        queues.RemoveAll(queue => queue.Messages == 0);
        if (queues.Count == 0)
        {
            context.Terminal.Document(() => [], CliJson.Readable.IReadOnlyListRedriveDocument);
            context.Terminal.Problems(["There are no messages in the dead-letter queues. Nothing was done."]);
            return ExitCode.NotGood;
        }

        if (!Consents(context, queues))
        {
            context.Terminal.Problems(["Nothing was done."]);
            return ExitCode.NotGood;
        }

        foreach (var queue in queues)
        {
            await reader.RedriveAsync(queue, cancellationToken);
        }

        context.Terminal.Document(
            () => [.. queues.Select(queue => new RedriveDocument(queue.Name, queue.Messages))], CliJson.Readable.IReadOnlyListRedriveDocument);
        queues.ForEach(queue => context.Terminal.Line($"SQS moves {Figures.Count(queue.Messages, "message")} back to the {queue.Name} queue."));
        context.Terminal.Line("What was counted before is not counted again. Look at `feedback dlq list` in a few minutes.");
        return ExitCode.Good;
    }

    private bool Consents(DeploymentContext context, IReadOnlyList<DeadLetterQueue> queues)
    {
        if (context.Parsed.GetValue(_yes))
        {
            return true;
        }

        var letters = queues.SelectMany(queue => queue.Letters).ToList();
        var unreadable = letters.Count(letter => !letter.CanBeRead);
        var warning = unreadable == 0 ? "" : $" {Figures.Count(unreadable)} of {Figures.Count(letters.Count)} looked at can't be read, and will come back.";
        return context.Terminal.Confirm($"This sends {Figures.Count(queues.Sum(queue => queue.Messages), "message")} back to their queues.{warning}")
            ?? throw new UsageException("`dlq redrive` asks before it sends messages back. Give --yes if that is what you want.");
    }
}
