using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Local.Services.Ses;

namespace Feedback.EndToEnd.Tests.Receiving;

/// <summary>All of <c>events/</c> through the three queue functions: in order, in order again, and backwards in another deployment.</summary>
public sealed class ReplayedEvents : IAsyncLifetime
{
    private static readonly string[] Queues = [FunctionId.Bounce, FunctionId.Complaint, FunctionId.Delivery];

    internal Snapshot First { get; private set; } = null!;

    internal Snapshot Again { get; private set; } = null!;

    internal Snapshot Backwards { get; private set; } = null!;

    /// <summary>By file: the ids reported as failed the first time.</summary>
    internal Dictionary<string, IReadOnlyList<string>> Failed { get; } = [];

    public async Task InitializeAsync()
    {
        await using (var stack = await FeedbackStack.StartAsync(output: null, Queues))
        {
            foreach (var (function, file) in Files())
            {
                Failed[file] = BatchResponse.FailedIds(await stack.Deployment.InvokeAsync(function, SamplePayloads.Fresh(file)));
            }

            First = await Snapshot.OfAsync(stack);
            foreach (var (function, file) in Files())
            {
                BatchResponse.FailedIds(await stack.Deployment.InvokeAsync(function, SamplePayloads.Fresh(file))).ShouldBe(Failed[file]);
            }

            Again = await Snapshot.OfAsync(stack);
        }

        await using var other = await FeedbackStack.StartAsync(output: null, Queues);
        foreach (var (function, file) in Files().Reverse())
        {
            var messages = SamplePayloads.RecordsOf(SamplePayloads.Fresh(file)).Reverse()
                .Select(record => new SqsMessage((string)record!["messageId"]!, (string)record["body"]!));
            (await other.BatchAsync(function, messages)).ShouldBe(Failed[file]);
        }

        Backwards = await Snapshot.OfAsync(other);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static IEnumerable<(string Function, string File)> Files() =>
    [
        .. SamplePayloads.In("bounce").Select(file => (FunctionId.Bounce, file)),
        .. SamplePayloads.In("complaint").Select(file => (FunctionId.Complaint, file)),
        .. SamplePayloads.In("delivery").Select(file => (FunctionId.Delivery, file)),

        // Those may come by any queue.
        .. SamplePayloads.In("bad").Select((file, at) => (Queues[at % Queues.Length], file)),
    ];

    internal sealed record Snapshot(
        IReadOnlyList<string> Counters,
        IReadOnlyList<string> Suppressions,
        IReadOnlyList<SesCall> SesCalls,
        IReadOnlyList<string?> Mails,
        IReadOnlyCollection<string> Log)
    {
        internal static async Task<Snapshot> OfAsync(FeedbackStack stack) => new(
            await stack.Tables.CountersAsync(),
            await stack.Tables.SuppressionsAsync(),
            stack.Aws.SesCalls,
            [.. stack.Aws.Mails.Select(mail => $"{mail.Subject} {mail.Message} {string.Join(' ', mail.Attributes)}")],
            [.. stack.Log]);
    }
}
