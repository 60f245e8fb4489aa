using Feedback.Cli.Composition;
using Feedback.Cli.Output;

namespace Feedback.Cli.Observing;

/// <summary>What <c>feedback local</c> says once everything listens: how operator commands and <c>sam local</c> find it.</summary>
internal sealed class LocalPage(Terminal terminal)
{
    // Those that events/env.json names.
    private static readonly int[] PortsOfSam = [8000, 8001];

    /// <param name="variables">What operator commands need.</param>
    /// <param name="file">Where they were written; null if nowhere.</param>
    /// <param name="ports">Of the database, and of the other services.</param>
    /// <param name="sets">The configuration sets that SES has.</param>
    public void Show(IReadOnlyDictionary<string, string> variables, string? file, IReadOnlyList<int> ports, IReadOnlyList<string> sets)
    {
        terminal.Line($"The tables of template.yaml are at port {ports[0]}; SES, SNS, CloudWatch and SQS at port {ports[1]}.");
        terminal.Line($"SES has the configuration sets {string.Join(", ", sets)}.");
        terminal.Line(file is null ? "The variables of this deployment; put them into a file for --env-file (or start again with --write-env FILE):" : "The variables of this deployment:");
        terminal.Line();
        foreach (var line in EnvironmentFile.Lines(variables))
            terminal.Line(line);
        terminal.Line();
        if (file is not null)
            terminal.Line($"They are in {file}: feedback status --env-file {file}");
        if (!ports.SequenceEqual(PortsOfSam))
            terminal.Line($"events/env.json, which `sam local` reads, names the ports {PortsOfSam[0]} and {PortsOfSam[1]}: change them there to {ports[0]} and {ports[1]}.");
        terminal.Line("Calls to SES and mails are shown as they come. Ctrl-C ends it.");
    }
}
