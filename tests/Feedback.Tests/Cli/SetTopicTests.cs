using Feedback.Cli.Policies;
using Feedback.Configuration;
using Feedback.Tests.Aws;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Cli;

public sealed class SetTopicTests
{
    [Theory]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:feedback-alarm-news", 0)]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:alarms", 0)] // the deployment's own
    [InlineData("arn:aws:sns:eu-west-1:123456789012:news", 1)]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:Feedback-Alarm-news", 1)]
    [InlineData("arn:aws:sns:eu-north-1:123456789012:feedback-alarm-news", 1)]
    [InlineData("arn:aws:sns:eu-west-1:210987654321:feedback-alarm-news", 1)]
    [InlineData("arn:aws:sns:eu-north-1:210987654321:news", 3)]
    [InlineData("", 0)]
    [InlineData("news", 0)]
    public void Problems_OfATopic_AreThoseOfTheFunctionsPermissions(string arn, int problems) =>
        SetTopic.Problems(arn, TestSettings.Default).Count().ShouldBe(problems);

    [Fact]
    public void Problems_WhereTheDeploymentIsNotKnown_AreOnlyOfTheName()
    {
        var settings = TestSettings.Default with { Deployment = new Deployment("", "unknown") };
        SetTopic.Problems("arn:aws:sns:eu-north-1:210987654321:feedback-alarm-news", settings).ShouldBeEmpty();
        SetTopic.Problems("arn:aws:sns:eu-north-1:210987654321:news", settings).ShouldHaveSingleItem();
    }

    [Fact]
    public void Prefix_InTheTemplate_IsTheSame() =>
        File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "template.yaml")).ShouldContain($"${{AWS::AccountId}}:{SetTopic.Prefix}*");
}
