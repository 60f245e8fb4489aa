using Feedback.Functions.Checking;

namespace Feedback.Tests.Functions.Checking;

public sealed class CheckReaderTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("newsletter")]
    public void Read_AddressesAndScope_AreTaken(string scope)
    {
        Read($$"""{"scope":"{{scope}}","addresses":["ann@example.org","Bob <bob@example.org>"]}""", out var asked).ShouldBeNull();

        asked.Addresses.ShouldBe(["ann@example.org", "Bob <bob@example.org>"]);
        asked.Scope.ShouldBe(scope);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"addresses":"ann@example.org","scope":"*"}""")]
    [InlineData("""{"addresses":[1],"scope":"*"}""")]
    [InlineData("""{"addresses":["ann@example.org"],"scopes":"news"}""")]
    [InlineData("""{"Addresses":["ann@example.org"],"scope":"news"}""")]
    [InlineData("""{"addresses":["ann@example.org\ud800"],"scope":"news"}""")]
    public void Read_AnythingElse_IsRefusedInOneSentence(string body)
    {
        var problem = Read(body, out _).ShouldNotBeNull();

        problem.ShouldEndWith(".");
        problem.ShouldNotContain("ann@example.org");
    }

    [Theory]
    [InlineData("""{"scope":"*"}""", "addresses is missing or empty.")]
    [InlineData("""{"addresses":[],"scope":"*"}""", "addresses is missing or empty.")]
    [InlineData("""{"addresses":["a@example.org",null],"scope":"*"}""", "addresses holds null; each entry is an address in a string.")]
    [InlineData(
        """{"addresses":["a@example.org"]}""", "scope is missing; give the configuration set that sends the mail, or \"*\" for mail without one.")]
    [InlineData("""{"addresses":["a@example.org"],"scope":""}""", "scope is neither \"*\" nor the name of a configuration set.")]
    [InlineData("""{"addresses":["a@example.org"],"scope":"two words"}""", "scope is neither \"*\" nor the name of a configuration set.")]
    public void Read_WrongPart_SaysWhich(string body, string problem) => Read(body, out _).ShouldBe(problem);

    [Theory]
    [InlineData(CheckReader.MostAddresses, true)]
    [InlineData(CheckReader.MostAddresses + 1, false)]
    public void Read_ManyAddresses_AreTakenUpToTheLimit(int count, bool taken)
    {
        var addresses = string.Join(',', Enumerable.Range(0, count).Select(place => $"\"recipient{place}@example.org\""));

        (Read($$"""{"addresses":[{{addresses}}],"scope":"*"}""", out _) is null).ShouldBe(taken);
    }

    /// <summary>The most addresses, at the length at which one is still valid, fit in.</summary>
    [Theory]
    [InlineData(320, true)]
    [InlineData(1_100, false)]
    public void Read_LargeBody_IsTakenUpToTheLimit(int length, bool taken)
    {
        var addresses = string.Join(',', Enumerable.Repeat($"\"{new string('a', length)}\"", CheckReader.MostAddresses));

        Read($$"""{"addresses":[{{addresses}}],"scope":"*"}""", out _).ShouldBe(taken ? null : "The body is larger than 1 MB.");
    }

    [Fact]
    public void Read_BrokenBase64_IsRefused() => CheckReader
        .Read(new UrlRequest("/check", null, "?", IsBase64Encoded: true), out _)
        .ShouldNotBeNull();

    private static string? Read(string body, out CheckRequest asked) =>
        CheckReader.Read(new UrlRequest("/check", null, body, IsBase64Encoded: false), out asked);
}
