using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>The way of a mail from SES to the function, from one resource to the next.</summary>
public sealed class InboundMailTests
{
    private const string Prefix = "reports/";

    private static readonly TemplateFile Template = Load("template.yaml");

    [Fact]
    public void Parts_OfInboundMail_AreLeftOutTogether() => Children(Template.Root["Resources"])
        .Where(resource => resource.Key.StartsWith("Inbound", StringComparison.Ordinal))
        .ShouldAllBe(resource => Text(resource.Value["Condition"]) == "HasInboundMail");

    /// <summary>The receipt rule, the bucket's policy, the event rule and the function's permission name the same objects.</summary>
    [Fact]
    public void Prefix_OfTheMail_IsTheSameEverywhere()
    {
        var action = Items(Load("docs/receipt-rule.yaml").Resource("Rule")["Properties"]["Rule"]["Actions"]).ShouldHaveSingleItem()["S3Action"];
        var pattern = Properties("InboundRule")["EventPattern"];

        Text(action["ObjectKeyPrefix"]).ShouldBe(Prefix);
        Text(Items(pattern["detail"]["object"]["key"]).ShouldHaveSingleItem()["prefix"]).ShouldBe(Prefix);
        Text(Statement("InboundBucketPolicy", "ses.amazonaws.com")["Resource"]).ShouldBe($"${{InboundBucket.Arn}}/{Prefix}*");
        Items(Properties("InboundFunctionRole")["Policies"]).ShouldHaveSingleItem().AllNodes.OfType<YamlScalarNode>().Select(Text)
            .ShouldContain($"${{InboundBucket.Arn}}/{Prefix}*");
    }

    [Fact]
    public void Bucket_OfTheMail_TellsEventBridgeAndDeletesWhatWasRead()
    {
        var bucket = Properties("InboundBucket");
        Text(bucket["NotificationConfiguration"]["EventBridgeConfiguration"]["EventBridgeEnabled"]).ShouldBe("true");
        Target(Items(Properties("InboundRule")["EventPattern"]["detail"]["bucket"]["name"]).ShouldHaveSingleItem()).ShouldBe("InboundBucket");

        // A message can come back for 14 days, and from the dead-letter queue for 14 more.
        int.Parse(Text(Items(bucket["LifecycleConfiguration"]["Rules"]).First()["ExpirationInDays"]), null).ShouldBeGreaterThan(28);
        Children(bucket["PublicAccessBlockConfiguration"]).Select(block => Text(block.Value)).ShouldBe(["true", "true", "true", "true"]);
    }

    [Fact]
    public void Policies_OfBucketAndQueues_AdmitTheOneThatWrites()
    {
        Text(Statement("InboundBucketPolicy", "ses.amazonaws.com")["Action"]).ShouldBe("s3:PutObject");
        Text(Statement("InboundBucketPolicy", "ses.amazonaws.com")["Condition"]["ArnLike"]["aws:SourceArn"]).ShouldEndWith(":receipt-rule-set/*");
        foreach (var queue in (string[])["InboundQueue", "InboundDeadLetterQueue"])
        {
            var statement = Statement(queue + "Policy", "events.amazonaws.com");
            Target(statement["Resource"]).ShouldBe(queue);
            Target(statement["Condition"]["ArnEquals"]["aws:SourceArn"]).ShouldBe("InboundRule");
        }
    }

    [Fact]
    public void Rule_OfTheMail_SendsToTheQueueOfTheFunction()
    {
        var target = Items(Properties("InboundRule")["Targets"]).ShouldHaveSingleItem();
        Target(target["Arn"]).ShouldBe(Target(Properties("InboundFunction")["Events"]["Reports"]["Properties"]["Queue"]));
        Target(target["DeadLetterConfig"]["Arn"]).ShouldBe(Target(Properties("InboundQueue")["RedrivePolicy"]["deadLetterTargetArn"]));
    }

    private static YamlNode Properties(string resource) => Template.Resource(resource)["Properties"];

    private static YamlNode Statement(string policy, string service) => Items(Properties(policy)["PolicyDocument"]["Statement"])
        .Single(statement => Find(statement, "Principal", "Service") is { } principal && Text(principal) == service);
}
