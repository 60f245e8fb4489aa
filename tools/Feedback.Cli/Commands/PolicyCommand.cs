using System.CommandLine;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback policy show|set|clear SET</c></summary>
internal sealed class PolicyCommand : Command
{
    public PolicyCommand()
        : base("policy", "Shows or changes the policy of one set, which overrides the deployment's.")
    {
        Add(new PolicyShowCommand());
        Add(new PolicySetCommand());
        Add(new PolicyClearCommand());
    }
}
