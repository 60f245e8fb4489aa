using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class SendingAccountsTests
{
    private const string Own = "123456789012";
    private const string Listed = "210987654321";
    private const string Unlisted = "321098765432";

    [Theory]
    [InlineData(Own, "eu-west-1", null)]
    [InlineData(Own, "us-east-1", null)]
    [InlineData(null, "us-east-1", null)]
    [InlineData(Listed, "eu-west-1", "210987654321/eu-west-1")]
    [InlineData(Listed, "us-east-1", "210987654321/us-east-1")]
    [InlineData(Listed, null, "210987654321/eu-west-1")]
    [InlineData(Listed, "eu-west-1.example.com", "210987654321/eu-west-1")]
    [InlineData(Unlisted, "eu-west-1", "nowhere")]
    public void Of_AnAccountAndRegion_IsTheMemberIfItIsListed(string? account, string? region, string? expected) =>
        ShouldBe(Accounts(Listed).Of(Event(account, region)), expected);

    [Theory]
    [InlineData("eu-west-1", null)]
    [InlineData("us-east-1", "123456789012/us-east-1")]
    public void Of_OwnAccountThatListsItself_HasItsOtherRegionsApart(string region, string? expected) =>
        ShouldBe(Accounts(Own).Of(Event(Own, region)), expected);

    /// <summary>Each listed account has a stack of its own then.</summary>
    [Fact]
    public void Of_ListedAccountWithoutARole_CountsNowhere() =>
        ShouldBe(new SendingAccounts(World.Deployment, new HashSet<string> { Listed }, countsListed: false).Of(Event(Listed, "eu-west-1")), "nowhere");

    /// <summary>A sending delegate: its mail must not count against the account whose identity it uses.</summary>
    [Fact]
    public void Of_AnotherAccountWithoutAList_CountsNowhere() => ShouldBe(Accounts().Of(Event(Listed, "eu-west-1")), "nowhere");

    [Fact]
    public void Of_OwnAccountUnknown_IsTheStacksOwn() => ShouldBe(
        new SendingAccounts(new Deployment(string.Empty, "eu-west-1"), new HashSet<string> { Listed }, countsListed: true).Of(Event(Unlisted, "eu-west-1")),
        expected: null);

    [Theory]
    [InlineData(Own, false)]
    [InlineData(Listed, false)]
    [InlineData(null, false)]
    [InlineData(Unlisted, true)]
    public void Refuse_AnAccount_RefusesWhatIsNotListed(string? account, bool expected) =>
        Accounts(Listed).Refuse(Event(account, "eu-west-1")).ShouldBe(expected);

    [Fact]
    public void Refuse_WithoutAList_RefusesNothing() => Accounts().Refuse(Event(Unlisted, "eu-west-1")).ShouldBeFalse();

    private static void ShouldBe(Attribution attribution, string? expected)
    {
        attribution.Counted.ShouldBe(expected != "nowhere");
        attribution.ConfigurationSet.ShouldBeNull();
        (attribution.Counted ? attribution.Member?.ToString() : "nowhere").ShouldBe(expected);
    }

    private static SendingAccounts Accounts(params string[] listed) => new(World.Deployment, listed.ToHashSet(), countsListed: true);

    private static FeedbackEvent Event(string? account, string? region) => new(
        FeedbackKind.Bounce,
        "m",
        World.Noon,
        World.Noon,
        FeedbackId: null,
        ConfigurationSet: null,
        AttributionSource.None,
        region is null ? null : $"arn:aws:ses:{region}:{Own}:identity/example.com",
        account,
        TenantName: null,
        []);
}
