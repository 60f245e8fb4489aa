using Feedback.Cli.Simulation;
using Feedback.Cli.Simulation.Month;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

public sealed class GroundTruthTests
{
    private static readonly DateTimeOffset Start = MonthOptions.Start;
    private readonly GroundTruth _truth = new(Start, Policy.Default);

    [Fact]
    public void Critical_OfAThousandAttempts_IsTheMomentOfTheFortiethBounce()
    {
        Deliver(960);
        for (var bounce = 1; bounce <= 40; bounce++)
        {
            _truth.Critical.ShouldBeNull();
            Happen(MessageFate.HardBounced, bounce);
        }

        _truth.Critical!.At.ShouldBe(Start.AddSeconds(40));
        _truth.Critical.Evidence.ShouldBe("40 hard bounces in 1000 in 1h (4%)");
    }

    [Fact]
    public void Critical_BelowARepresentativeVolume_WantsCertainty()
    {
        Deliver(95);
        for (var bounce = 1; bounce <= 5; bounce++)
        {
            Happen(MessageFate.HardBounced, bounce);
        }

        _truth.Critical.ShouldBeNull();
    }

    [Fact]
    public void Critical_WhenOldMailLeavesTheWindow_IsSeenAsItSlides()
    {
        Deliver(1_000);
        for (var bounce = 0; bounce < 20; bounce++)
        {
            Happen(MessageFate.HardBounced, 3_600 + bounce);
        }

        _truth.Slid(Start.AddMinutes(74));
        _truth.Critical.ShouldBeNull();
        _truth.Slid(Start.AddMinutes(75));
        _truth.Critical!.Evidence.ShouldBe("20 hard bounces in 20 in 1h (100%)");
    }

    private void Deliver(int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            Happen(MessageFate.Delivered, 0);
        }
    }

    private void Happen(MessageFate fate, int second)
    {
        var at = Start.AddSeconds(second);
        var message = new SimulatedMessage("set", "id", "ada@inbox.example", at, fate, BounceReason.General);
        _truth.Happened(fate == MessageFate.Delivered
            ? new SimulatedEvent.Delivery(message, at)
            : new SimulatedEvent.Bounce(message, at, "id", BounceReason.General));
    }
}
