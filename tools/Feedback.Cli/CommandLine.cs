using System.CommandLine;
using System.CommandLine.Help;
using Feedback.Cli.Commands;
using Feedback.Cli.Usage;

namespace Feedback.Cli;

/// <summary>The commands, in the order in which help lists them.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Feedback: watches the bounces and complaints of Amazon SES, and pauses configuration sets before SES does.")
        {
            new DemoCommand(),
            new ReplayCommand(),
            new BacktestCommand(),
            new SimulateCommand(),
            new StatusCommand(),
            new HistoryCommand(),
            new ReportCommand(),
            new DoctorCommand(),
            new ResumeCommand(),
            new PauseCommand(),
            new PolicyCommand(),
            new SuppressionCommand(),
            new WireCommand(),
            new LocalCommand(),
            new CompletionCommand(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
