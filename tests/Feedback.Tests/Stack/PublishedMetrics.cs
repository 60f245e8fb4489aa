using Feedback.Aws.CloudWatch;
using Feedback.Reputation;
using Mono.Cecil;

namespace Feedback.Tests.Stack;

/// <summary>The metrics that exist: those that the code publishes, and those that AWS publishes for resources of the template.</summary>
internal static class PublishedMetrics
{
    private const string Own = "Feedback";

    private static readonly TemplateFile Template = TemplateFile.Load("template.yaml");

    /// <summary>Of each namespace of AWS: its dimension, the type of resource that the dimension names, and the metrics we know of.</summary>
    private static readonly IReadOnlyDictionary<string, (string? Dimension, string? Type, string[] Names)> Known =
        new Dictionary<string, (string?, string?, string[])>
        {
            ["AWS/SES"] = (null, null, ["Reputation.BounceRate", "Reputation.ComplaintRate"]),
            ["AWS/SQS"] = (
                "QueueName",
                "AWS::SQS::Queue",
                ["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible", "NumberOfMessagesSent"]),
            ["AWS/Lambda"] = (
                "FunctionName",
                "AWS::Serverless::Function",
                ["ConcurrentExecutions", "Duration", "Errors", "Invocations", "IteratorAge", "Throttles", "Url5xxCount"]),
            ["AWS/Logs"] = ("LogGroupName", "AWS::Logs::LogGroup", ["IncomingBytes"]),
            ["AWS/Firehose"] = ("DeliveryStreamName", "AWS::KinesisFirehose::DeliveryStream", ["DeliveryToS3.DataFreshness"]),
            ["AWS/DynamoDB"] = ("TableName", "AWS::DynamoDB::Table", ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "WriteThrottleEvents"]),
        };

    private static readonly IReadOnlySet<string> Words = WordsOfTheCode();

    /// <summary>The metrics that CloudWatch Logs makes of log lines.</summary>
    private static readonly IReadOnlySet<string> OfFilters = Template.Resources("AWS::Logs::MetricFilter").Values
        .SelectMany(filter => TemplateFile.Items(filter["Properties"]["MetricTransformations"]))
        .Select(transformation => TemplateFile.Text(transformation["MetricName"]))
        .ToHashSet();

    internal static bool Have(WatchedMetric metric)
    {
        if (metric.Namespace == Own)
        {
            return (Words.Contains(metric.Name) || OfFilters.Contains(metric.Name))
                && (metric.Dimension is null || (Words.Contains(metric.Dimension) && metric.Value is null));
        }

        return Known.TryGetValue(metric.Namespace, out var known)
            && known.Names.Contains(metric.Name)
            && metric.Dimension == known.Dimension
            && (known.Type is null ? metric.Value is null : metric.Value is not null && Template.Resources(known.Type).ContainsKey(metric.Value));
    }

    /// <summary>The rates' names, and every literal of the code that publishes.</summary>
    private static HashSet<string> WordsOfTheCode()
    {
        using var module = ModuleDefinition.ReadModule(typeof(CloudWatchReputationMetrics).Assembly.Location);
        var literals = module.GetTypes()
            .Where(type => Outermost(type).Namespace == typeof(CloudWatchReputationMetrics).Namespace)
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Select(instruction => instruction.Operand)
            .OfType<string>();
        return [.. literals, .. Signal.All.Select(signal => signal.Metric)];
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
