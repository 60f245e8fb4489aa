using Feedback.Functions.Composition;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>The template for member accounts fits the stack and what the functions call with its role.</summary>
public sealed class MemberAccountTests
{
    private static readonly TemplateFile Stack = Load("template.yaml");
    private static readonly TemplateFile Member = Load("docs/member-account.yaml");

    private static YamlNode Role => Member.Resource("Role")["Properties"];

    [Fact]
    public void Role_OfAMember_AllowsTheCallsOnSetsAndNothingElse()
    {
        var statement = Items(Items(Role["Policies"]).ShouldHaveSingleItem()["PolicyDocument"]["Statement"]).ShouldHaveSingleItem();

        Items(statement["Action"]).Select(Text)
            .ShouldBe(["ses:GetConfigurationSet", "ses:GetConfigurationSetEventDestinations", "ses:PutConfigurationSetSendingOptions"]);
        Text(statement["Resource"]).ShouldBe("arn:${AWS::Partition}:ses:*:${AWS::AccountId}:configuration-set/*");
    }

    [Fact]
    public void Role_OfAMember_TrustsTheNamedRolesOfOneAccountWithTheExternalId()
    {
        var statement = Items(Role["AssumeRolePolicyDocument"]["Statement"]).ShouldHaveSingleItem();

        Text(statement["Principal"]["AWS"]).ShouldBe("arn:${AWS::Partition}:iam::${FeedbackAccountId}:root");
        Text(statement["Condition"]["ArnEquals"]["aws:PrincipalArn"]).ShouldBe("TrustedRoleArns");
        Text(statement["Condition"]["StringEquals"]["sts:ExternalId"]).ShouldBe("ExternalId");
    }

    [Theory]
    [InlineData("MemberRoleName", "RoleName")]
    [InlineData("MemberExternalId", "ExternalId")]
    public void Defaults_OfBothTemplates_AreTheSame(string ofStack, string ofMember) =>
        Text(Member.Root["Parameters"][ofMember]["Default"]).ShouldBe(Text(Stack.Root["Parameters"][ofStack]["Default"]));

    /// <summary>A function that pauses, and whose role is missing from the output, could not do so in another account.</summary>
    [Fact]
    public void Output_FunctionRoleArns_HasEachFunctionsRole()
    {
        var joined = Stack.Root["Outputs"]["FunctionRoleArns"]["Value"].AllNodes.OfType<YamlScalarNode>().Select(Text).ToList();

        foreach (var function in FunctionRunner.Names)
        {
            var policies = Stack.Resource($"{function}Role")["Properties"]["ManagedPolicyArns"].AllNodes.OfType<YamlScalarNode>().Select(Text);
            joined.Contains($"{function}Role.Arn").ShouldBe(policies.Contains("DecidingPolicy"), function);
        }
    }
}
