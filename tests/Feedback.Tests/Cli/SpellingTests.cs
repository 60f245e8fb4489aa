using Feedback.Cli.Usage;

namespace Feedback.Tests.Cli;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("status", "status", 0)]
    [InlineData("stauts", "status", 1)]
    [InlineData("statu", "status", 1)]
    [InlineData("sttatus", "status", 1)]
    [InlineData("stxtus", "status", 1)]
    [InlineData("", "pause", 5)]
    public void Distance_OfTwoNames_CountsLetters(string one, string other, int distance)
    {
        Spelling.Distance(one, other).ShouldBe(distance);
        Spelling.Distance(other, one).ShouldBe(distance);
    }

    [Theory]
    [InlineData("resme", " Did you mean resume?")]
    [InlineData("--resme=x", "")]
    [InlineData("frobnicate", "")]
    public void Suggest_AName_FindsOnlyANearOne(string typed, string suggestion) =>
        Spelling.Suggest(typed, ["pause", "resume"]).ShouldBe(suggestion);

    [Fact]
    public void Suggest_WithoutAnyNames_SuggestsNothing() => Spelling.Suggest("x", []).ShouldBe("");
}
