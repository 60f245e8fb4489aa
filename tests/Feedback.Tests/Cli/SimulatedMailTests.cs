using Feedback.Cli.Simulation;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

public sealed class SimulatedMailTests
{
    private const string Account = "123456789012";

    private static readonly DateTimeOffset From = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = From.AddMinutes(43);
    private static readonly Sender Healthy = new("healthy", 20_000, 0.006m, 0.0001m);
    private static readonly Sender Bad = new("bad", 20_000, 0.06m, 0.002m);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-2_147_483_648)]
    public void Expected_AnySeed_IsExactlyTheRates(int seed)
    {
        var mail = SimulatedMail.Generate([Healthy, Bad], seed, From, Until);
        mail.Expected(Healthy).Counts.ShouldBe(new Counts(20_000, 20_000 - 120 - 80 + 2, 120, 80, 2));
        mail.Expected(Bad).Counts.ShouldBe(new Counts(20_000, 20_000 - 1_200 - 80 + 24, 1_200, 80, 37));
    }

    [Theory]
    [InlineData("only:1")]
    [InlineData("only:1:100")]
    [InlineData("only:7:50:100")]
    [InlineData("only:1000:100:100")]
    [InlineData("only:999:0:100")]
    public void Generate_ExtremeSenders_AttemptsAllTheirMessages(string text)
    {
        var sender = Sender.Parse(text);
        var counts = SimulatedMail.Generate([sender], 1, From, Until).Expected(sender).Counts;
        counts.Attempts.ShouldBe(sender.Messages);
        counts.HardBounces.ShouldBe((long)Math.Round(sender.Messages * sender.BounceRate, MidpointRounding.AwayFromZero));
        counts.Complaints.ShouldBeLessThanOrEqualTo(counts.Deliveries);
    }

    [Fact]
    public void Generate_SameSeed_IsTheSameMail()
    {
        var one = SimulatedMail.Generate([Healthy, Bad], 5, From, Until);
        var other = SimulatedMail.Generate([Healthy, Bad], 5, From, Until);
        other.Messages.ShouldBe(one.Messages);
        other.Notifications.ShouldBe(one.Notifications);
        SimulatedMail.Generate([Healthy, Bad], 6, From, Until).Messages.ShouldNotBe(one.Messages);
    }

    [Fact]
    public void Generate_AnotherSenderBeside_ChangesNothingOfTheFirst() =>
        SimulatedMail.Generate([Healthy, Bad], 5, From, Until).Messages.Where(message => message.ConfigurationSet == "healthy")
            .ShouldBe(SimulatedMail.Generate([Healthy], 5, From, Until).Messages);

    [Fact]
    public void Generate_Notifications_AreLateTwiceAndOutOfOrder()
    {
        var mail = SimulatedMail.Generate([Healthy, Bad], 1, From, Until);
        mail.Messages.ShouldAllBe(message => message.SentAt >= From && message.SentAt < Until);
        mail.Notifications.ShouldAllBe(notification => notification.Event.OccurredAt > notification.Event.Message.SentAt
            && notification.ArrivesAt >= notification.Event.OccurredAt && notification.ArrivesAt < Until.AddMinutes(7));
        mail.Notifications.Select(notification => notification.ArrivesAt).ShouldBeInOrder();
        mail.Notifications.Zip(mail.Notifications.Skip(1)).Count(pair => pair.First.Event.OccurredAt > pair.Second.Event.OccurredAt).ShouldBeGreaterThan(1_000);
        mail.Notifications.GroupBy(notification => notification.Event).Count(copies => copies.Count() == 2).ShouldBeGreaterThan(1_000);
        mail.Notifications.Select(notification => notification.Form).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Write_EveryNotification_ReadsAsWhatHappened()
    {
        var writer = new SesEventWriter(Account, "eu-west-1");
        foreach (var notification in SimulatedMail.Generate([Bad with { Messages = 2_000 }], 1, From, Until).Notifications)
        {
            var parsed = NotificationParser.Parse(writer.Write(notification));
            if (notification.Event is SimulatedEvent.Complaint { FeedbackType: "not-spam" })
            {
                parsed.ShouldBeOfType<ParsedNotification.Ignored>();
                continue;
            }

            var feedback = parsed.ShouldBeOfType<ParsedNotification.Event>().Feedback;
            feedback.Kind.ToString().ShouldBe(notification.Event.GetType().Name);
            feedback.MessageId.ShouldBe(notification.Event.Message.MessageId);
            feedback.ConfigurationSet.ShouldBe("bad");
            feedback.SendingAccountId.ShouldBe(Account);
            feedback.SentAt.ShouldBe(notification.Event.Message.SentAt, TimeSpan.FromMilliseconds(1));
            feedback.OccurredAt.ShouldBe(notification.Event.OccurredAt, TimeSpan.FromMilliseconds(1));
            feedback.Recipients.ShouldHaveSingleItem().Recipient.Value.ShouldBe(notification.Event.Message.Recipient);
        }
    }

    /// <summary>Computes the same numbers in two ways: from the fates of the messages, and from the notifications by the ledger.</summary>
    [Fact]
    public void Expected_HeldAgainstTheLedger_IsTheSame()
    {
        var mail = SimulatedMail.Generate([Bad], 3, From, Until);
        var writer = new SesEventWriter(Account, "eu-west-1");
        var ledger = new Dictionary<OutcomeKey, Outcome>();
        var sum = Tally.Zero;
        var parsed = mail.Notifications.Select(writer.Write).Select(NotificationParser.Parse).OfType<ParsedNotification.Event>();
        foreach (var feedback in parsed.Select(read => read.Feedback))
        {
            var attribution = Attribution.To(feedback.ConfigurationSet!, feedback.AttributionSource);
            foreach (var observation in Observation.Of(feedback, attribution, DateTimeOffset.MaxValue - Observation.MaximumLead))
            {
                var before = ledger.GetValueOrDefault(observation.Key);
                var after = ledger[observation.Key] = Ledger.Record(before, observation);
                sum = Ledger.Difference(before, after)
                    .Where(delta => delta.Entity == ReputationEntity.Account)
                    .Aggregate(sum, (all, delta) => all + delta.Tally);
            }
        }

        new Counts(sum.Attempts, sum.Deliveries, sum.HardBounces, sum.SoftBounces, sum.Complaints).ShouldBe(mail.Expected(Bad).Counts);
    }

    [Fact]
    public void Expected_Suppressed_HasAReasonForEachWhoMustNotBeWrittenTo()
    {
        var mail = SimulatedMail.Generate([Bad], 1, From, Until);
        var reasons = mail.Expected(Bad).Suppressed.Values.Select(of => of.ShouldHaveSingleItem()).CountBy(reason => reason).ToDictionary();
        (reasons["HardBounce"] + reasons["SesGlobalList"]).ShouldBe(1_200);
        reasons["Complaint"].ShouldBe(37);
        reasons["AccountSuppressionList"].ShouldBe(20);
        reasons["SoftBounceLimit"].ShouldBe(4);
        reasons.Count.ShouldBe(5);
    }
}
