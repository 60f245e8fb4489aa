using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.DeadLetters;
using Feedback.Cli.Output;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback dlq show [QUEUE…]</c></summary>
internal sealed class DlqShowCommand : DeploymentCommand
{
    private const int Most = 1_000;

    private readonly Argument<QueueName[]> _queues = QueueArguments.Some();
    private readonly Option<int> _limit = CommonOptions.Number("--limit", 1, Most, otherwise: 20, $"Maximum number of messages of each queue, 1 to {Most}.");

    public DlqShowCommand()
        : base("show", "Shows the messages in the dead-letter queues: what each is about, and why it is there. They stay where they are.") =>
        Define(_queues, _limit);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var queues = await context.Get<DeadLetterReader>().ReadAsync(context.Chosen(_queues), context.Value(_limit), cancellationToken);

        context.Terminal.Document(() => [.. queues.Select(DeadLetterDocument.Of)], CliJson.Readable.IReadOnlyListDeadLetterDocument);
        queues.ForEach(queue => DeadLetterPages.Show(context.Terminal, queue));
        if (queues.TrueForAll(queue => queue.Messages == 0))
        {
            context.Terminal.Problems(["There are no messages in the dead-letter queues."]);
            return ExitCode.NotGood;
        }

        return ExitCode.Good;
    }
}
