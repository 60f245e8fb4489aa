using Feedback.Cli.Simulation;

namespace Feedback.Tests.Cli;

public sealed class SenderTests
{
    [Theory]
    [InlineData("newsletter:20000:0.6:0.01", 20_000, 0.006, 0.0001)]
    [InlineData("newsletter:20000:6%:0.2%", 20_000, 0.06, 0.002)]
    [InlineData("newsletter:1:100", 1, 1, 0)]
    [InlineData("newsletter:1", 1, 0, 0)]
    public void Parse_ASender_GivesFractions(string text, int messages, double bounces, double complaints)
    {
        var sender = Sender.Parse(text);
        (sender.ConfigurationSet, sender.Messages).ShouldBe(("newsletter", messages));
        (sender.BounceRate, sender.ComplaintRate).ShouldBe(((decimal)bounces, (decimal)complaints));
    }

    [Theory]
    [InlineData("newsletter")]
    [InlineData("newsletter:0")]
    [InlineData("newsletter:-1")]
    [InlineData("newsletter:5000001")]
    [InlineData("news letter:1")]
    [InlineData(":1")]
    [InlineData("newsletter:1:101")]
    [InlineData("newsletter:1:-1")]
    [InlineData("newsletter:1:a")]
    [InlineData("newsletter:1:1:1:1")]
    public void Parse_AnythingElse_SaysWhatIsWrong(string text) =>
        Should.Throw<FormatException>(() => Sender.Parse(text)).Message.ShouldStartWith($"'{text}'");
}
