using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Wiring;

/// <summary>The topics of a deployment, from its stack. A topic's physical id is its ARN.</summary>
internal static class StackTopics
{
    /// <summary>Returns the topics.</summary>
    /// <exception cref="UsageException">The stack lacks a topic.</exception>
    public static async Task<DeploymentTopics> ReadAsync(
        IAmazonCloudFormation cloudFormation, string stack, CancellationToken cancellationToken)
    {
        var arns = new Dictionary<string, string>();
        foreach (var topic in DeploymentTopics.Ids)
        {
            if (await FindAsync(cloudFormation, stack, topic, cancellationToken) is { } arn)
            {
                arns[topic] = arn;
            }
        }

        return DeploymentTopics.Missing(arns) is { Count: > 0 } missing
            ? throw new UsageException([.. missing.Select(topic => $"The stack {stack} has no {topic}.")])
            : DeploymentTopics.Of(arns);
    }

    private static async Task<string?> FindAsync(IAmazonCloudFormation cloudFormation, string stack, string topic, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeStackResourceRequest { StackName = stack, LogicalResourceId = topic };
            return (await cloudFormation.DescribeStackResourceAsync(request, cancellationToken)).StackResourceDetail.PhysicalResourceId;
        }
        catch (AmazonServiceException exception)
            when (exception.ErrorCode == "ValidationError" && exception.Message.StartsWith("Resource ", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
