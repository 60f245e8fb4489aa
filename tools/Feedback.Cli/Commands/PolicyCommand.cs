using System.CommandLine;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback policy show|set|clear SET</c></summary>
internal sealed class PolicyCommand : Command
{
    public PolicyCommand()
        : base("policy", "How one set is judged, where that differs from the deployment.")
    {
        Add(new PolicyShowCommand());
        Add(new PolicySetCommand());
        Add(new PolicyClearCommand());
    }
}
