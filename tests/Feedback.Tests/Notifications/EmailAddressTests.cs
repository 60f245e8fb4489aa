using System.Security.Cryptography;
using System.Text;
using Feedback.Notifications;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Tests.Notifications;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("jane@example.com", "jane@example.com")]
    [InlineData("Jane <jane@example.com>", "jane@example.com")]
    [InlineData("\"Doe, Jane <x@y>\" <jane@example.com>", "jane@example.com")]
    [InlineData("<jane@example.com>", "jane@example.com")]
    [InlineData("  JANE@Example.COM ", "jane@example.com")]
    [InlineData("jane+tag@example.com", "jane+tag@example.com")]
    [InlineData("\"a@b\"@example.com", "\"a@b\"@example.com")]
    [InlineData("jane@example.com.", "jane@example.com")]
    [InlineData("jane@under_score.example.com", "jane@under_score.example.com")]
    [InlineData("jane@BÜCHER.example", "jane@xn--bcher-kva.example")]
    [InlineData("jane@xn--bcher-kva.example", "jane@xn--bcher-kva.example")]
    [InlineData("jane@президент.рф", "jane@xn--d1abbgf6aiiy.xn--p1ai")]
    [InlineData("jane@例え.テスト", "jane@xn--r8jz45g.xn--zckzah")]
    [InlineData("jane@हिन्दी.example", "jane@xn--j2bd4cyah0f.example")]
    [InlineData("jane@😀.example", "jane@xn--e28h.example")]
    [InlineData("jane@straße.example", "jane@xn--strae-oqa.example")]
    [InlineData("jane@Ü.ü.example.", "jane@xn--tda.xn--tda.example")]
    [InlineData("MÜLLER@example.com", "müller@example.com")]
    [InlineData("😀@example.com", "😀@example.com")]
    [InlineData("a..b.@example.com", "a..b.@example.com")]
    [InlineData("rfc822; jane@example.com", "jane@example.com")]
    [InlineData("RFC822;jane@example.com", "jane@example.com")]
    [InlineData("mailto:jane@example.com", "jane@example.com")]
    [InlineData("<mailto:jane@example.com>", "jane@example.com")]
    [InlineData("'jane@example.com'", "jane@example.com")]
    [InlineData("o'neill@example.com", "o'neill@example.com")]
    [InlineData("'Jane' <'jane@example.com'>", "jane@example.com")]
    [InlineData("jane @ example.com", "jane@example.com")]
    [InlineData("jane@example.com;", "jane@example.com")]
    [InlineData("jane@example.com , ", "jane@example.com")]
    [InlineData("jane@example.com (Jane (at home))", "jane@example.com")]
    [InlineData("jane@[192.0.2.1]", "jane@[192.0.2.1]")]
    [InlineData("jane@[IPv6:2001:DB8:0:0::1]", "jane@[ipv6:2001:db8::1]")]
    [InlineData("jane@ｅｘａｍｐｌｅ．com", "jane@example.com")]
    [InlineData("jane@ＢÜCHER。example", "jane@xn--bcher-kva.example")]
    [InlineData("jane@exa\u200bmple.c\u00adom", "jane@example.com")]
    public void TryParse_Address_GivesTheOneSpelling(string text, string expected)
    {
        EmailAddress.TryParse(text, out var address, out var problem).ShouldBeTrue();

        address.Value.ShouldBe(expected);
        problem.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "has no @")]
    [InlineData("jane", "has no @")]
    [InlineData("jane <>", "has no @")]
    [InlineData("@example.com", "has nothing before the @")]
    [InlineData("jane@", "has no valid domain")]
    [InlineData("jane@.", "has no valid domain")]
    [InlineData("jane@exam ple.com", "has no valid domain")]
    [InlineData("jane@example.com (Jane", "has no valid domain")]
    [InlineData("jane@example.com'", "has no valid domain")]
    [InlineData("jane@[192.0.2]", "has no valid domain")]
    [InlineData("jane@[0xC0.0.2.1]", "has no valid domain")]
    [InlineData("jane@[2001:db8::1]", "has no valid domain")]
    [InlineData("jane@[IPv6:192.0.2.1]", "has no valid domain")]
    [InlineData("jane@[IPv6:fe80::1%1]", "has no valid domain")]
    [InlineData("a@example.com, b@example.com", "has no valid local part")]
    [InlineData("jane@example.com@relay.example", "has no valid local part")]
    [InlineData("jane doe@example.com", "has no valid local part")]
    [InlineData("mailto:mailto:jane@example.com", "has no valid local part")]
    [InlineData("\"jane\"doe\"@example.com", "has no valid local part")]
    [InlineData("\"@example.com", "has no valid local part")]
    [InlineData("jane@ü..example", "has no valid domain")]
    [InlineData("jane@bu\u0308cher.example", "has no valid domain")] // it may have another, composed spelling
    [InlineData("jane@xn--bücher.example", "has no valid domain")]
    [InlineData("ja\0ne@example.com", "contains a control character or a lone surrogate")]
    [InlineData("ja\rne@example.com", "contains a control character or a lone surrogate")]
    [InlineData("jane\u0085@example.com", "contains a control character or a lone surrogate")]
    [InlineData("jane\ufffd@example.com", "contains a control character or a lone surrogate")]
    public void TryParse_NoAddress_SaysWhyWithoutRepeatingIt(string text, string expected)
    {
        EmailAddress.TryParse(text, out var address, out var problem).ShouldBeFalse();

        problem.ShouldBe(expected);
        address.ShouldBe(default);
    }

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\udc00')]
    public void TryParse_LoneSurrogate_IsRefused(char half)
    {
        EmailAddress.TryParse($"a{half}@example.com", out _, out _).ShouldBeFalse();
        EmailAddress.TryParse($"a@exa{half}mple.com", out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryParse_Length_EndsAt320()
    {
        var domain = "@" + new string('d', 251) + ".com";

        EmailAddress.TryParse(new string('a', 320 - domain.Length) + domain, out _, out _).ShouldBeTrue();
        EmailAddress.TryParse(new string('a', 321 - domain.Length) + domain, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("is longer than 320 characters");
        EmailAddress.TryParse(new string('a', 10_000) + domain, out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void Hash_IsHalfOfTheSha256OfTheCanonicalAddress()
    {
        var address = Parse("Jane <JANE@example.com>");

        address.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("jane@example.com")))[..32]);
        address.Domain.ShouldBe("example.com");
    }

    [Fact]
    public void ToString_DoesNotSpillTheAddress()
    {
        new RecipientEvidence(Parse("jane@example.com"), Evidence.HardBounced, "Permanent/General").ToString().ShouldNotContain("jane");
        default(EmailAddress).ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bounce@simulator.amazonses.com", true)]
    [InlineData("Complaint+Label@Simulator.amazonses.com", true)]
    [InlineData("bounce@example.com", false)]
    [InlineData("bounce@notsimulator.amazonses.com", false)]
    [InlineData("simulator.amazonses.com@example.com", false)]
    public void IsMailboxSimulator_LooksAtTheDomain(string text, bool expected) => Parse(text).IsMailboxSimulator.ShouldBe(expected);

    [Fact]
    public void TryParse_ItsOwnSpelling_ChangesNothing() =>
        Prop.ForAll<string, string>(IsStable).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void TryParse_ItsOwnSpellingOfAnyCharacter_ChangesNothing() =>
        Enumerable.Range(0, char.MaxValue + 1).Select(one => $"a{(char)one}b").Where(text => !IsStable(text, text)).ShouldBeEmpty();

    [Theory]
    [InlineData("a@b.example", "a@c.example")]
    [InlineData("jane@[192.0.2.1]", "jane@192.0.2.1")]
    public void TryParse_OtherDomain_IsAnotherMailbox(string one, string other) => Parse(one).ShouldNotBe(Parse(other));

    [Fact]
    public void TryParse_SurroundedAddress_IsTheAddressOrRefused() =>
        Prop.ForAll<string>(text => !EmailAddress.TryParse($"{text}jane@example.com", out var found, out _) || IsStable(found))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    private static bool IsStable(EmailAddress found) => Parse(found.Value) == found;

    private static bool IsStable(string local, string domain) =>
        !EmailAddress.TryParse($"{local}@{domain}.example", out var once, out _)
        || (Parse(once.Value) == once && Parse(once.Value).Hash == once.Hash);

    private static EmailAddress Parse(string text)
    {
        EmailAddress.TryParse(text, out var address, out var problem).ShouldBeTrue(problem);
        return address;
    }
}
