using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Connecting;

/// <summary>The options by which a command finds its deployment and its AWS login.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "AWS profile to log in with, instead of AWS_PROFILE and of credentials in the environment.",
    };

    private readonly Option<string?> _region = new("--region") { Description = "AWS Region, instead of AWS_REGION and of the profile's." };

    public IEnumerable<Option> All => [_environment, _profile, _region];

    /// <summary>Applies the options to the environment variables, which the settings and the AWS SDK read.</summary>
    /// <exception cref="UsageException">The environment file can't be read, or the profile doesn't exist.</exception>
    public AwsLogin Apply(ParseResult parsed)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        return AwsLogin.Use(parsed.GetValue(_profile), parsed.GetValue(_region));
    }
}
