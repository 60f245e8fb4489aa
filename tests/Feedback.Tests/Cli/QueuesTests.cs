using Feedback.Cli.Running;
using Feedback.Cli.Simulation;

namespace Feedback.Tests.Cli;

public sealed class QueuesTests
{
    private static readonly SimulatedMail Mail = SimulatedMail.OfTheLastHour(
        [new Sender("bad", 5_000, 0.06m, 0.03m)], 1, new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Fill_Notifications_GivesEachOnceAndInOrder()
    {
        var batches = Queues.Fill(Mail.Notifications).ToList();
        batches.Sum(batch => batch.Notifications.Count).ShouldBe(Mail.Notifications.Count);
        foreach (var queue in batches.GroupBy(batch => batch.Function))
        {
            var given = queue.SelectMany(batch => batch.Notifications).ToList();
            given.ShouldBe(Mail.Notifications.Where(notification => FeedbackFunctions.Of(notification.Event) == queue.Key));
            queue.SkipLast(1).ShouldAllBe(batch => batch.Notifications.Count == FeedbackFunctions.BatchSize(queue.Key));
            queue.Last().Notifications.Count.ShouldBeInRange(1, FeedbackFunctions.BatchSize(queue.Key));
        }
    }

    [Fact]
    public void Fill_ABatchOfBounces_SaysHowManyDeliveriesAreAheadOfIt()
    {
        var taken = 0;
        foreach (var batch in Queues.Fill(Mail.Notifications))
        {
            if (batch.Function == FeedbackFunctions.Delivery)
            {
                taken += batch.Notifications.Count;
                continue;
            }

            var arrived = Mail.Notifications
                .TakeWhile(notification => notification != batch.Notifications[^1])
                .Count(notification => notification.Event is SimulatedEvent.Delivery);
            batch.DeliveriesWaiting.ShouldBeInRange(0, arrived - Math.Min(taken, arrived));
        }
    }
}
