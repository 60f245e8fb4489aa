using Feedback.Cli.Composition;
using Feedback.Cli.Output;

namespace Feedback.Cli.Observing;

/// <summary>Prints how operator commands and <c>sam local</c> connect to <c>feedback local</c>, once it listens.</summary>
internal sealed class LocalPage(Terminal terminal)
{
    /// <summary>The port of the database in events/env.json.</summary>
    public const int DatabasePort = 8000;

    /// <summary>The port of SES, SNS, CloudWatch and SQS in events/env.json.</summary>
    public const int ServicesPort = 8001;

    /// <param name="variables">The variables for operator commands.</param>
    /// <param name="file">The file they were written to, if any.</param>
    /// <param name="database">The port of the database.</param>
    /// <param name="services">The port of the other services.</param>
    /// <param name="sets">The configuration sets that SES has.</param>
    public void Show(IReadOnlyDictionary<string, string> variables, string? file, int database, int services, IReadOnlyList<string> sets)
    {
        terminal.Line($"The tables of template.yaml are at port {database}; SES, SNS, CloudWatch and SQS at port {services}.");
        terminal.Line($"SES has the configuration sets {string.Join(", ", sets)}.");
        terminal.Line(file is null
            ? "The variables of this deployment, for a file for --env-file (or start again with --write-env FILE):"
            : "The variables of this deployment:");
        terminal.Line();
        foreach (var line in EnvironmentFile.Lines(variables))
        {
            terminal.Line(line);
        }

        terminal.Line();
        if (file is not null)
        {
            terminal.Line($"They are in {file}: tools/feedback status --env-file {file}");
        }

        if ((database, services) != (DatabasePort, ServicesPort))
        {
            terminal.Line(
                $"events/env.json, which `sam local` reads, names the ports {DatabasePort} and {ServicesPort}: "
                + $"change them there to {database} and {services}.");
        }

        terminal.Line("Calls to SES and mails are shown as they happen. Press Ctrl-C to end.");
    }
}
