using YamlDotNet.RepresentationModel;

namespace Feedback.Local.Templates;

/// <summary>An entry of the template's <c>Resources</c>.</summary>
internal sealed record TemplateResource(string LogicalId, string Type, string? Condition, YamlNode? Properties)
{
    public const string ConfigurationSet = "AWS::SES::ConfigurationSet";
    public const string Alarm = "AWS::CloudWatch::Alarm";
    public const string Table = "AWS::DynamoDB::Table";
    public const string Queue = "AWS::SQS::Queue";
    public const string QueuePolicy = "AWS::SQS::QueuePolicy";
    public const string Topic = "AWS::SNS::Topic";
    public const string TopicPolicy = "AWS::SNS::TopicPolicy";
    public const string Subscription = "AWS::SNS::Subscription";
    public const string Function = "AWS::Serverless::Function";

    public static TemplateResource Of(string logicalId, YamlNode node) => new(
        logicalId, node.Child("Type")?.Scalar() ?? "", node.Child("Condition")?.Scalar(), node.Child("Properties"));
}
