using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

public sealed class ConcurrencyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task EightProcessesOverDoubledEvents_CountExactly()
    {
        await using var stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.Delivery)
        {
            Processes = 4,

            // Rates are not what this is about.
            Environment = new Dictionary<string, string> { ["FEEDBACK_MODE"] = "Off" },
        });
        var events = new MailGenerator(seed: 140);
        var mails = events.Mails(2_000, "marketing").Concat(events.Mails(1_000, "newsletter")).ToList();

        // Of each set a tenth bounces, half of those after their delivery. With what arrives twice that makes about 5,000 events.
        var delivered = mails.Where((_, at) => at % 20 != 0).Select(mail => mail.Delivered());
        var bounced = mails.Where((_, at) => at % 10 == 0).Select(mail => mail.Bounced());
        var doubled = mails.Where((_, at) => at % 2 == 1).Select(mail => mail.Delivered()).Concat(bounced);
        var bodies = events.Shuffled(delivered.Concat(bounced).Concat(doubled));

        // Either function takes whatever comes; each batch meets its duplicates in the batches beside it.
        var failed = await Task.WhenAll(bodies.Chunk(100).Select((batch, at) =>
            stack.BatchAsync(at % 2 == 0 ? FunctionId.Delivery : FunctionId.Bounce, SqsBatches.Messages(batch), TimeSpan.FromMinutes(5))));

        failed.ShouldAllBe(ids => ids.Count == 0);
        bodies.Length.ShouldBeGreaterThan(4_500);
        (await stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 2_000, Deliveries: 1_900, HardBounces: 200, SoftBounces: 0, Complaints: 0));
        (await stack.Tables.TallyAsync("newsletter")).ShouldBe(new Tally(Attempts: 1_000, Deliveries: 950, HardBounces: 100, SoftBounces: 0, Complaints: 0));
        (await stack.Tables.TallyAsync(ReputationEntity.Account))
            .ShouldBe(new Tally(Attempts: 3_000, Deliveries: 2_850, HardBounces: 300, SoftBounces: 0, Complaints: 0));
        (await stack.Tables.OutcomesAsync()).ShouldBe(3_000);
        (await stack.Tables.SuppressionsAsync()).Count.ShouldBe(300);
    }
}
