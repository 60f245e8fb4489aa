using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>The way of an event from another account or Region: the template that forwards it fits the stack that takes it.</summary>
public sealed class ForwardedEventsTests
{
    private const string Bus = "arn:${AWS::Partition}:events:${FeedbackRegion}:${FeedbackAccountId}:event-bus/default";

    private static readonly TemplateFile Stack = Load("template.yaml");
    private static readonly TemplateFile Forward = Load("docs/forward-events.yaml");

    private static YamlNode Rule => Forward.Resource("Rule")["Properties"];

    private static YamlNode Target => Items(Rule["Targets"]).ShouldHaveSingleItem();

    [Fact]
    public void Rule_ThatForwards_TakesWhatTheRulesOfTheStackTake()
    {
        var taken = Stack.Resources("AWS::Events::Rule").Values
            .Where(rule => Text(rule["Condition"]) == "HasEventBridgeRoute")
            .SelectMany(rule => Items(rule["Properties"]["EventPattern"]["detail-type"]))
            .Select(Text);

        Items(Rule["EventPattern"]["source"]).Select(Text).ShouldBe(["aws.ses"]);
        Items(Rule["EventPattern"]["detail-type"]).Select(Text).ShouldBe(taken, ignoreOrder: true);
    }

    /// <summary>A rule of the stack that named an account would take no forwarded event.</summary>
    [Fact]
    public void Rules_OfTheStack_TakeEventsOfAnyAccountAndRegion() => Stack.Resources("AWS::Events::Rule").Values
        .Where(rule => Text(rule["Condition"]) == "HasEventBridgeRoute")
        .ShouldAllBe(rule => Find(rule, "Properties", "EventPattern", "account") == null && Find(rule, "Properties", "EventPattern", "region") == null);

    [Fact]
    public void Role_ThatForwards_MaySendToThatBusAndDoNothingElse()
    {
        Text(Target["Arn"]).ShouldBe(Bus);
        TemplateFile.Target(Target["RoleArn"]).ShouldBe("Role");
        var role = Forward.Resource("Role")["Properties"];
        var statement = Items(Items(role["Policies"]).ShouldHaveSingleItem()["PolicyDocument"]["Statement"]).ShouldHaveSingleItem();
        (Text(statement["Action"]), Text(statement["Resource"])).ShouldBe(("events:PutEvents", Bus));

        var trust = Items(role["AssumeRolePolicyDocument"]["Statement"]).ShouldHaveSingleItem();
        Text(trust["Principal"]["Service"]).ShouldBe("events.amazonaws.com");
        TemplateFile.Target(trust["Condition"]["StringEquals"]["aws:SourceAccount"]).ShouldBe("AWS::AccountId");
    }

    [Fact]
    public void DeadLetters_OfTheRule_GoToAQueueThatAdmitsItAlone()
    {
        TemplateFile.Target(Target["DeadLetterConfig"]["Arn"]).ShouldBe("DeadLetterQueue");
        var statement = Items(Forward.Resource("DeadLetterQueuePolicy")["Properties"]["PolicyDocument"]["Statement"]).First();
        Text(statement["Action"]).ShouldBe("sqs:SendMessage");
        TemplateFile.Target(statement["Resource"]).ShouldBe("DeadLetterQueue");
        TemplateFile.Target(statement["Condition"]["ArnEquals"]["aws:SourceArn"]).ShouldBe("Rule");
    }

    [Fact]
    public void EventBus_OfTheStack_AdmitsEventsOfSesFromTheListedAccounts()
    {
        var policy = Stack.Resource("ForwardedEventsPolicy");
        var statement = policy["Properties"]["Statement"];

        Text(policy["Condition"]).ShouldBe("HasForwardedEvents");
        Items(Stack.Root["Conditions"]["HasForwardedEvents"]).Select(Text).ShouldBe(["HasEventBridgeRoute", "HasSendingAccounts"]);
        statement["Principal"]["AWS"].AllNodes.OfType<YamlScalarNode>().Select(Text).ShouldBe([",", "SendingAccountIds"]);
        Text(statement["Action"]).ShouldBe("events:PutEvents");
        Text(statement["Resource"]).ShouldBe("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default");
        Text(statement["Condition"]["StringEquals"]["events:source"]).ShouldBe("aws.ses");
        Find(policy, "Properties", "EventBusName").ShouldBeNull("the default bus is meant");
    }
}
