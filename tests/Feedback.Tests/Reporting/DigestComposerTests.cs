using System.Text.RegularExpressions;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reporting;
using Feedback.Reputation;
using static Feedback.Tests.Reporting.DigestSamples;

namespace Feedback.Tests.Reporting;

public sealed class DigestComposerTests
{
    [Fact]
    public void Compose_NoMail_IsAMailThatSaysSo()
    {
        var mail = DigestComposer.Compose(Empty);

        mail.Subject.ShouldBe("Digest 2026-11-17: no mail (eu-west-1, 123456789012)");
        mail.Text.ShouldStartWith("No mail was counted, and nothing changed.\n\nTuesday 17 November 2026, 00:00 to 24:00 UTC\n");
        mail.Text.ShouldContain("Account 123456789012, Region eu-west-1\n");
        mail.Html.ShouldContain("<h1>No mail was counted, and nothing changed.</h1>");
    }

    [Fact]
    public void Compose_AQuietDay_SaysThatNothingHappenedAndTheRates()
    {
        var mail = DigestComposer.Compose(Of([Set("transactional", Good)]));

        mail.Subject.ShouldBe("Digest 2026-11-17: all quiet (eu-west-1, 123456789012)");
        mail.Text.ShouldStartWith("Nothing happened: every set stayed below warning, and nothing was paused.");
        mail.Text.ShouldContain("transactional\n  hard bounces 40 of 10,000 = 0.4%\n    7d: 0.4%; warning from 2%, critical from 4%\n");
        mail.Text.ShouldNotContain("What changed");
    }

    [Fact]
    public void Compose_ADayWithAPause_BeginsWithIt()
    {
        var mail = DigestComposer.Compose(WithAPause);

        mail.Subject.ShouldBe("Digest 2026-11-17: 1 paused, 1 at warning (eu-west-1, 123456789012)");
        mail.Text.ShouldStartWith("1 configuration set is paused, 1 at warning.\n");
        mail.Text.ShouldContain("marketing: PAUSED\n  hard bounces 77 of 1,240 = 6.2%");
        mail.Text.ShouldContain("09:00 marketing: Paused by Feedback\n  77 of 1,240 attempts hard-bounced in 1h (6.2%)\n");
        mail.Text.ShouldContain("  Hard bounce 218\n  Soft bounce limit 6\n");
        mail.Text.ShouldContain("  example.org 120\n");
        mail.Html.ShouldContain("<b>marketing</b> <span class=\"badge bad\">PAUSED</span>");
        mail.Html.ShouldContain("<b>newsletter</b> <span class=\"badge warn\">warning</span>");
        mail.Html.ShouldContain("<td>example.org</td><td class=\"number\">120</td>");
    }

    [Theory]
    [InlineData(0, "2,980 more with 29,800,000 attempts, all without trouble")]
    [InlineData(25, "2,980 more with 29,761,200 attempts, 5 of them in trouble")]
    public void Compose_ThousandsOfSets_NamesTwentyAndCountsTheOthers(int paused, string others)
    {
        var sets = Enumerable.Range(0, 3_000).Select(number => number < paused
            ? Set($"set-{number:D4}", Bad with { Attempts = 2_240 }, SendingStatus.Paused)
            : Set($"set-{number:D4}", Good));

        var mail = DigestComposer.Compose(Of([.. sets]));

        mail.Text.ShouldContain($"and {others}\n");
        mail.Html.ShouldContain($"and {others}</p>");
        Regex.Count(mail.Text, "^set-", RegexOptions.Multiline, TimeSpan.FromSeconds(10)).ShouldBe(DigestFacts.MostSets);
        mail.Text.Length.ShouldBeLessThan(6_000);
        mail.Html.Length.ShouldBeLessThan(12_000);
    }

    [Fact]
    public void Compose_TextFromOutside_IsEncodedInHtml()
    {
        var facts = Empty with { Changes = [Change("a", "Resumed", 5, "<script>alert(1)</script> & more", Actor.Operator("<b>eve</b>"))] };

        var html = DigestComposer.Compose(facts).Html;

        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
        html.ShouldContain("by &lt;b&gt;eve&lt;/b&gt;");
        html.ShouldNotContain("<script");
    }

    [Fact]
    public void Compose_AReasonThatNamesARecipient_DoesNotNameTheRecipient()
    {
        var mail = DigestComposer.Compose(Empty with { Changes = [Change("a", "Resumed", 5, "jane@example.org asked (TICKET-9)", Actor.Operator("ann"))] });

        mail.Text.ShouldContain("Resumed by ann\n  (an address) asked (TICKET-9)\n");
        (mail.Text + mail.Subject + mail.Html.Replace("@media", "", StringComparison.Ordinal)).ShouldNotContain("@");
    }

    [Fact]
    public void Compose_MoreChangesThanAreNamed_SaysHowMany() =>
        DigestComposer.Compose(Empty with { Changes = [Change("a", "Paused", 5, "x")], OtherChanges = 1_480 }).Text
            .ShouldContain("and 1,480 more (feedback history)\n");

    [Fact]
    public void Compose_Always_LoadsNothingAndFollowsTheDarkMode()
    {
        var html = DigestComposer.Compose(WithAPause).Html;

        foreach (var loading in (string[])["src=", "href=", "url(", "http:", "https:", "@import", "<script"])
        {
            html.ShouldNotContain(loading);
        }

        html.ShouldContain("prefers-color-scheme: dark");
        html.ShouldContain("max-width:600px");
        html.ShouldContain("width=device-width");
    }

    [Fact]
    public void Compose_Always_IsAsciiInTextAndSubject()
    {
        var mail = DigestComposer.Compose(WithAPause);

        (mail.Subject + mail.Text).ShouldAllBe(letter => letter < 128);
    }

    [Fact]
    public void Compose_AnAccountThatIsNotKnown_NamesTheRegion() =>
        DigestComposer.Compose(Empty with { Deployment = new Deployment("", "eu-west-1") }).Subject.ShouldEndWith("(eu-west-1)");

    [Fact]
    public void Compose_AnotherAccount_HasItsOwnLines()
    {
        MemberAccount.TryCreate("210987654321", "us-east-1", out var member).ShouldBeTrue();
        var other = new DigestEntity(EntityState.New(ReputationEntity.AccountOf(member)), Policy.Default, Bad);

        var text = DigestComposer.Compose(Empty with { Accounts = [.. Empty.Accounts, other] }).Text;

        text.ShouldContain("Account 210987654321/us-east-1: CRITICAL\n  hard bounces 77 of 1,240 = 6.2%\n    warning from 2%");
    }
}
