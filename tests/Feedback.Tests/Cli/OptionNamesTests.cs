using Feedback.Cli.Policies;

namespace Feedback.Tests.Cli;

public sealed class OptionNamesTests
{
    [Theory]
    [InlineData("MINIMUM_BOUNCES is '0': a number.", "MINIMUM_BOUNCES", "--minimum-bounces is '0': a number.")]
    [InlineData("MODE is 'MODE': one of Off.", "MODE", "--mode is 'MODE': one of Off.")]
    [InlineData(
        "BOUNCE_CRITICAL_PERCENT must be above BOUNCE_WARNING_PERCENT.",
        "BOUNCE_CRITICAL_PERCENT",
        "--bounce-critical-percent must be above --bounce-warning-percent.")]
    [InlineData("WINDOWS holds '7x'.", "MODE", "WINDOWS holds '7x'.")]
    public void In_AProblem_NamesTheOptionsIfOneOfThemWasGiven(string problem, string given, string told) => OptionNames.In(problem, [given]).ShouldBe(told);
}
