using System.CommandLine;
using Feedback.Cli.Commands;

namespace Feedback.Cli;

/// <summary>The commands, in the order in which help lists them.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("Feedback: bounces, complaints and deliveries of Amazon SES, and what is done about them.")
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
