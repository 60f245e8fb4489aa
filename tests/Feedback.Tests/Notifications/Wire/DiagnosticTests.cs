using Feedback.Notifications.Wire;

namespace Feedback.Tests.Notifications.Wire;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("smtp; 550 5.1.1 user unknown", "smtp; 550 5.1.1 user unknown")]
    [InlineData("smtp; 550 5.1.1 <jane@example.org>: Recipient address rejected", "smtp; 550 5.1.1 <[address]>: Recipient address rejected")]
    [InlineData("to:JANE@example.org,bob@example.org.", "to:[address],[address]")]
    [InlineData("bounces+jane=example.org@list.example", "[address]")]
    [InlineData("  550\r\n\tno\u0000pe  ", "550   no pe")]
    [InlineData(" \r\n ", null)]
    public void Clean_Text_HasNoAddressAndNoLineBreak(string text, string? expected) => Diagnostic.Clean(text).ShouldBe(expected);

    [Fact]
    public void Clean_LongText_EndsAfter200Characters()
    {
        Diagnostic.Clean(new string('a', 10_000))!.ShouldBe(new string('a', 199) + "…");
        Diagnostic.Clean(new string('a', 198) + "😀😀").ShouldBe(new string('a', 198) + "…");
        Diagnostic.Clean(new string('a', 200)).ShouldBe(new string('a', 200));
    }

    [Theory]
    [InlineData("\"smtp; 550 jane@example.org unknown\"", "smtp; 550 [address] unknown")]
    [InlineData("17", null)]
    [InlineData("null", null)]
    [InlineData("{\"a\":1}", null)]
    public void Read_Bounce_KeepsItWhateverItIs(string json, string? expected) =>
        SesJson.Bounce(recipients: $$"""[{"emailAddress":"ann@example.org","diagnosticCode":{{json}}}]""")
            .Event().Recipients.ShouldHaveSingleItem().Diagnostic.ShouldBe(expected);
}
