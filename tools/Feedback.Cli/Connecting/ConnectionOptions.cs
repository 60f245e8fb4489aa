using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Connecting;

/// <summary>The options by which a command finds its deployment and its AWS login.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();
    private readonly Option<string?> _stack = new("--stack")
    {
        Description = "CloudFormation stack whose settings to use, instead of FEEDBACK_STACK and of an environment file.",
    };

    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "AWS profile to log in with, instead of AWS_PROFILE and of credentials in the environment.",
    };

    private readonly Option<string?> _region = new("--region") { Description = "AWS Region, instead of AWS_REGION and of the profile's." };

    public IEnumerable<Option> All => [_stack, _environment, _profile, _region];

    /// <summary>The stack to take the settings from; null for those of the environment.</summary>
    public string? Stack(ParseResult parsed)
    {
        // What is typed wins over what is set: an environment file names its own deployment.
        var stack = parsed.GetValue(_stack)
            ?? (parsed.GetValue(_environment) is null ? Environment.GetEnvironmentVariable(DeployedStack.Variable) : null);
        return string.IsNullOrEmpty(stack) ? null : stack;
    }

    /// <summary>Applies the options to the environment variables, which the settings and the AWS SDK read.</summary>
    /// <exception cref="UsageException">The environment file or the stack can't be read, or the profile doesn't exist.</exception>
    public async Task<AwsLogin> ApplyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        var login = AwsLogin.Use(parsed.GetValue(_profile), parsed.GetValue(_region));
        if (Stack(parsed) is { } stack)
        {
            await DeployedStack.UseAsync(stack, login, cancellationToken);
        }

        return login;
    }
}
