using Feedback.Processing;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

/// <summary>Batches whose messages have their number as SQS id.</summary>
internal static class NumberedBatches
{
    /// <summary>Time enough for any batch of these tests.</summary>
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(60);

    internal static Task<IReadOnlyList<string>> HandleAsync(this World world, params string[] bodies) => world.Batch().HandleAsync(Plenty, bodies);

    internal static Task<IReadOnlyList<string>> HandleAsync(this FeedbackBatch batch, params string[] bodies) => batch.HandleAsync(Plenty, bodies);

    internal static Task<IReadOnlyList<string>> HandleAsync(this FeedbackBatch batch, TimeSpan remaining, params string[] bodies) =>
        batch.HandleAsync([.. bodies.Select((body, number) => new IncomingMessage($"{number}", body))], remaining);
}
