using System.CommandLine;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback dlq list|show|redrive</c></summary>
internal sealed class DlqCommand : Command
{
    public DlqCommand()
        : base("dlq", "Shows what lies in the dead-letter queues and why, without addresses, and sends it back.")
    {
        Add(new DlqListCommand());
        Add(new DlqShowCommand());
        Add(new DlqRedriveCommand());
    }
}
