using Feedback.Cli.Doctor;
using Feedback.Cli.Doctor.Checks;
using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Tests.Cli.Doctor;

public sealed class ChatAndPagerCheckTests
{
    private const string CloudWatchPublishes = """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":"sns:Publish","Resource":"*"}]}
        """;

    private static readonly Topic Good = new(
        Healthy.Prefix + "target",
        Exists: true,
        new AccessPolicy(CloudWatchPublishes),
        [new Subscription("https", "https://pager.example", "arn:sub", Raw: null)]);

    [Fact]
    public void Judge_NeitherIsSetUp_FindsNothing() => new ChatAndPagerCheck().Judge(Healthy.SetUp).ShouldBeEmpty();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_ATopicThatWorks_FindsNothing(bool pager) => Judge(Good, pager).ShouldBeEmpty();

    [Theory]
    [InlineData(true, "The topic of the pager does not exist.")]
    [InlineData(false, "The topic of the chat does not exist.")]
    public void Judge_NoTopic_IsAnError(bool pager, string problem)
    {
        var finding = Judge(Good with { Exists = false, Policy = null, Subscriptions = null }, pager).ShouldHaveSingleItem();

        (finding.Severity, finding.Problem).ShouldBe((Severity.Error, problem));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_NoConfirmedSubscription_IsAnError(bool pager)
    {
        Judge(Good with { Subscriptions = [] }, pager).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
        Judge(Good with { Subscriptions = [Good.Subscriptions![0] with { Arn = null }] }, pager).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public void Judge_ATopicToWhichCloudWatchMayNotPublish_IsAWarningForThePagerOnly()
    {
        var closed = Good with { Policy = new AccessPolicy("{}") };

        Judge(closed, pager: true).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
        Judge(closed, pager: false).ShouldBeEmpty();
    }

    [Fact]
    public void Judge_WhatCouldNotBeRead_IsNoFinding() => Judge(Good with { Policy = null, Subscriptions = null }, pager: true).ShouldBeEmpty();

    private static List<Finding> Judge(Topic topic, bool pager)
    {
        var settings = Healthy.SetUp.Settings with { PagerTopicArn = pager ? topic.Arn : null, ChatTopicArn = pager ? null : topic.Arn };
        return [.. new ChatAndPagerCheck().Judge(Healthy.SetUp with { Settings = settings, Topics = [.. Healthy.SetUp.Topics, topic] })];
    }
}
