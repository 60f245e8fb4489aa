using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Tests.Cli.Doctor;

public sealed class AccessPolicyTests
{
    private const string Account = "123456789012";
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:Bounces";

    [Theory]
    [InlineData("""{"Service":"sns.amazonaws.com"}""", "\"sqs:SendMessage\"", "{}", true)]
    [InlineData("""{"Service":["ses.amazonaws.com","sns.amazonaws.com"]}""", """["SQS:SendMessage"]""", "{}", true)]
    [InlineData("\"*\"", "\"sqs:*\"", "{}", true)]
    [InlineData("""{"AWS":"*"}""", "\"*\"", "{}", true)]
    [InlineData("""{"Service":"ses.amazonaws.com"}""", "\"sqs:SendMessage\"", "{}", false)]
    [InlineData("""{"Service":"sns.amazonaws.com"}""", "\"sqs:ReceiveMessage\"", "{}", false)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:123456789012:Bounces"}}""", true)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"ArnLike":{"AWS:SourceArn":["arn:aws:sns:*:123456789012:*"]}}""", true)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:123456789012:Other"}}""", false)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"StringEquals":{"aws:SourceAccount":"123456789012"}}""", true)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"StringEquals":{"aws:SourceAccount":"210987654321"}}""", false)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"StringEquals":{"AWS:SourceOwner":"123456789012"}}""", true)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"StringNotEquals":{"aws:SourceAccount":"123456789012"}}""", true)]
    [InlineData("\"*\"", "\"sqs:*\"", """{"Bool":{"aws:SecureTransport":"true"}}""", true)]
    public void Allows_AStatement_IsWhatItSays(string principal, string action, string condition, bool expected) =>
        new AccessPolicy($$$"""{"Statement":[{"Effect":"Allow","Principal":{{{principal}}},"Action":{{{action}}},"Condition":{{{condition}}}}]}""")
            .Allows("sns.amazonaws.com", "sqs:SendMessage", Topic, Account).ShouldBe(expected);

    [Theory]
    [InlineData("""{"Statement":[]}""")]
    [InlineData("{}")]
    [InlineData("""{"Statement":{"Effect":"Deny","Principal":"*","Action":"*"}}""")]
    public void Allows_NothingAllowed_IsFalse(string policy) =>
        new AccessPolicy(policy).Allows("sns.amazonaws.com", "sqs:SendMessage", Topic, Account).ShouldBeFalse();
}
