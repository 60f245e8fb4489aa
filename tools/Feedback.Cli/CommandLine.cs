using System.CommandLine;
using Feedback.Cli.Commands;

namespace Feedback.Cli;

/// <summary>The commands, in the order in which help lists them.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("Feedback: watches the bounces and complaints of Amazon SES, and pauses configuration sets before SES does.")
    {
        new DemoCommand(),
        new ReplayCommand(),
        new BacktestCommand(),
        new SimulateCommand(),
        new StatusCommand(),
        new HistoryCommand(),
        new ResumeCommand(),
        new PauseCommand(),
        new PolicyCommand(),
        new SuppressionCommand(),
        new LocalCommand(),
    };
}
