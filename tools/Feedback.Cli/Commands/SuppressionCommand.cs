using System.CommandLine;
using Feedback.Cli.Suppressions;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback suppression check|show|list|add|remove|allow|stats|erase|import|export|sync</c></summary>
internal sealed class SuppressionCommand : Command
{
    public SuppressionCommand()
        : base("suppression", "Asks, shows, corrects and moves the suppression list.")
    {
        Add(new CheckCommand());
        Add(new ShowCommand());
        Add(new ListCommand());
        Add(new AddCommand());
        Add(new RemoveCommand());
        Add(new AllowCommand());
        Add(new StatsCommand());
        Add(new EraseCommand());
        Add(new ImportCommand());
        Add(new ExportCommand());
        Add(new SyncCommand());
    }
}
