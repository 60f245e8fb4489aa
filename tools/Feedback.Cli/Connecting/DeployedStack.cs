using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Lambda;
using Amazon.Runtime;
using Feedback.Cli.Composition;
using FunctionRequest = Amazon.Lambda.Model.GetFunctionConfigurationRequest;

namespace Feedback.Cli.Connecting;

/// <summary>Takes the settings of a deployed stack from the variables of one of its functions.</summary>
internal sealed class DeployedStack(IAmazonCloudFormation cloudFormation, IAmazonLambda lambda, AwsLogin login)
{
    /// <summary>The variable that names the stack, instead of the option.</summary>
    internal const string Variable = "FEEDBACK_STACK";

    /// <summary>Every function has the same settings; this one is in every version of the template.</summary>
    private const string Function = "ReputationFunction";

    private const string Prefix = "FEEDBACK_";

    /// <summary>Sets the variables of this process by which the settings are read.</summary>
    /// <exception cref="UsageException">There is no such stack, it is not one of Feedback, or it may not be read.</exception>
    public static async Task UseAsync(string stack, AwsLogin login, CancellationToken cancellationToken)
    {
        login.RequireRegion();
        using var cloudFormation = new AmazonCloudFormationClient();
        using var lambda = new AmazonLambdaClient();
        try
        {
            foreach (var (name, value) in await new DeployedStack(cloudFormation, lambda, login).ReadAsync(stack, cancellationToken))
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
        catch (Exception exception) when (AwsErrors.Explain(exception, login) is { } problems)
        {
            throw new UsageException(problems);
        }
    }

    private async Task<IEnumerable<KeyValuePair<string, string>>> ReadAsync(string stack, CancellationToken cancellationToken)
    {
        var request = new FunctionRequest { FunctionName = await FunctionNameAsync(stack, cancellationToken) };
        var variables = (await lambda.GetFunctionConfigurationAsync(request, cancellationToken)).Environment?.Variables ?? [];

        // The endpoints among the variables are those of the functions, and the login and the Region are the operator's.
        return variables.Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal));
    }

    private async Task<string> FunctionNameAsync(string stack, CancellationToken cancellationToken)
    {
        try
        {
            var response = await cloudFormation.DescribeStackResourceAsync(
                new DescribeStackResourceRequest { StackName = stack, LogicalResourceId = Function }, cancellationToken);
            return response.StackResourceDetail.PhysicalResourceId;
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode == "ValidationError")
        {
            // CloudFormation has one code for all that is wrong with a request; its message tells a missing resource.
            throw new UsageException(exception.Message.StartsWith("Resource ", StringComparison.Ordinal)
                ? $"The stack {stack} in {login.Region} is not one of Feedback: it has no {Function}."
                : $"There is no stack {stack} in {login.Region}{(login.Profile is { } profile ? $" with profile {profile}" : "")}: {exception.Message}");
        }
    }
}
