using Feedback.Cli.Simulation;
using Feedback.Cli.Simulation.AngryMailbox;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

public sealed class MailboxTruthTests
{
    private static readonly DateTimeOffset Start = AngryOptions.Start;
    private readonly MailboxTruth _truth = new(Start, Policy.Default);

    [Fact]
    public void Critical_TenMailboxesOfTwoDomainsBounce_IsTheMomentOfTheTenth()
    {
        Deliver("post.example", 30);
        for (var bounce = 1; bounce <= 10; bounce++)
        {
            _truth.Critical.ShouldBeNull();
            Bounce($"user-{bounce}@{(bounce % 2 == 0 ? "post" : "inbox")}.example", bounce);
        }

        _truth.Critical!.At.ShouldBe(Start.AddSeconds(10));
        _truth.Critical.Evidence.ShouldBe("10 of 40 bounced");
    }

    [Theory]
    [InlineData("kim@inbox.example")]
    [InlineData("kim+{0}@inbox.example")]
    [InlineData("user-{0}@inbox.example")]
    public void Critical_OneMailboxOrDomainAmongSeveralBounces_IsNever(string recipient)
    {
        Deliver("post.example", 30);
        for (var bounce = 1; bounce <= 30; bounce++)
        {
            Bounce(string.Format(null, recipient, bounce), bounce);
        }

        _truth.Critical.ShouldBeNull();
    }

    [Theory]
    [InlineData("user-{0}@inbox.example", true)]
    [InlineData("kim+{0}@inbox.example", false)]
    public void Critical_OfASetThatMailsOneDomain_AsksForManyMailboxes(string recipient, bool isCritical)
    {
        Deliver("inbox.example", 30);
        for (var bounce = 1; bounce <= 30; bounce++)
        {
            Bounce(string.Format(null, recipient, bounce), bounce);
        }

        (_truth.Critical is not null).ShouldBe(isCritical);
    }

    [Fact]
    public void Critical_FromTheRepresentativeVolumeOn_IsByThePlainRate()
    {
        Deliver("post.example", 960);
        for (var bounce = 1; bounce <= 40; bounce++)
        {
            Bounce("kim@inbox.example", bounce);
        }

        _truth.Critical!.Evidence.ShouldBe("40 of 1000 bounced");
    }

    private void Deliver(string domain, int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            _truth.Happened(new SimulatedEvent.Delivery(Message($"reader-{message}@{domain}", MessageFate.Delivered, Start), Start));
        }
    }

    private void Bounce(string recipient, int second)
    {
        var at = Start.AddSeconds(second);
        _truth.Happened(new SimulatedEvent.Bounce(Message(recipient, MessageFate.HardBounced, at), at, "id", BounceReason.General));
    }

    private static SimulatedMessage Message(string recipient, MessageFate fate, DateTimeOffset at) =>
        new("set", "id", recipient, at, fate, fate == MessageFate.HardBounced ? BounceReason.General : null);
}
