using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Stack;

/// <summary>What becomes of stored data when the stack is deleted, and which key encrypts it.</summary>
public sealed class RetentionTests
{
    private static readonly TemplateFile Template = Load("template.yaml");

    [Theory]
    [InlineData("AWS::DynamoDB::Table")]
    [InlineData("AWS::SQS::Queue")]
    [InlineData("AWS::Logs::LogGroup")]
    [InlineData("AWS::S3::Bucket")]
    public void Data_OfEachKind_HasTheSamePolicyForDeletionAndReplacement(string type)
    {
        var resources = Template.Resources(type).Values.ToList();

        resources.ShouldNotBeEmpty();
        resources.ShouldAllBe(resource => new[] { "Retain", "Delete" }.Contains(Text(resource["DeletionPolicy"])));
        resources.ShouldAllBe(resource => Text(resource["UpdateReplacePolicy"]) == Text(resource["DeletionPolicy"]));
    }

    [Theory]
    [InlineData("AWS::SNS::Topic", "KmsMasterKeyId")]
    [InlineData("AWS::SQS::Queue", "KmsMasterKeyId")]
    [InlineData("AWS::DynamoDB::Table", "SSESpecification", "KMSMasterKeyId")]
    public void Key_OfTheCustomer_EncryptsEachTopicQueueAndTable(string type, params string[] property)
    {
        var keys = Template.Resources(type).Values.Select(resource => Find(resource["Properties"], property)).ToList();

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(key => key != null && Items(key).Select(Text).SequenceEqual(new[] { "HasKmsKey", "KmsKeyArn", "AWS::NoValue" }));
    }

    /// <summary>SQS refuses a queue with both.</summary>
    [Fact]
    public void Queues_WithACustomersKey_DoNotUseThatOfSqs() => Template.Resources("AWS::SQS::Queue").Values.ShouldAllBe(
        queue => Items(queue["Properties"]["SqsManagedSseEnabled"]).Select(Text).SequenceEqual(new[] { "HasKmsKey", "AWS::NoValue", "true" }));

    /// <summary>Without these three, encrypted topics and queues lose messages silently.</summary>
    [Fact]
    public void KeyOfTheDocumentation_ItsPolicy_AdmitsTheServicesThatPublishAndSend()
    {
        var statements = Items(Load("docs/encryption-key.yaml").Resource("Key")["Properties"]["KeyPolicy"]["Statement"])
            .Where(statement => Find(statement, "Principal", "Service") is not null)
            .ToList();

        statements.SelectMany(statement => Items(statement["Principal"]["Service"])).Select(Text)
            .ShouldBe(["ses.amazonaws.com", "cloudwatch.amazonaws.com", "sns.amazonaws.com", "events.amazonaws.com"]);
        statements.ShouldAllBe(statement => Items(statement["Action"]).Select(Text).SequenceEqual(new[] { "kms:Decrypt", "kms:GenerateDataKey*" }));
    }
}
