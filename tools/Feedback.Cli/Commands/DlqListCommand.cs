using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.DeadLetters;
using Feedback.Cli.Output;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback dlq list [QUEUE…]</c></summary>
internal sealed class DlqListCommand : DeploymentCommand
{
    private const int LookedAt = 100;

    private readonly Argument<QueueName[]> _queues = QueueArguments.Some();

    public DlqListCommand()
        : base("list", $"Counts the messages in each dead-letter queue, and says why up to {LookedAt} of them are there.") => Define(_queues);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var queues = await context.Get<DeadLetterReader>().ReadAsync(context.Chosen(_queues), LookedAt, cancellationToken);

        context.Terminal.Document(() => [.. queues.Select(DeadLetterDocument.Of)], CliJson.Readable.IReadOnlyListDeadLetterDocument);
        context.Terminal.Write(DeadLetterPages.Summary(queues));
        return ExitCode.Good;
    }
}
