using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Notifications;
using Feedback.Suppression;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback suppression ADDRESS…</c></summary>
internal sealed class SuppressionCommand : Command
{
    private readonly Argument<string[]> _addresses = new("ADDRESS") { Description = "E-mail addresses, in any spelling.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    public SuppressionCommand()
        : base("suppression", "Whether addresses may be written to, and if not, why. Exit code 1 if one may not.")
    {
        Add(_addresses);
        Add(_environment);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        var asked = Read(parsed.GetRequiredValue(_addresses));
        await using var services = OperatorServices.Build();
        var entries = (await services.GetRequiredService<ISuppressionStore>().FindAsync(asked, cancellationToken)).ToDictionary(entry => entry.Address);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var found = asked.Select(address => SuppressionDocument.Of(entries.GetValueOrDefault(address) ?? SuppressionEntry.Empty(address), now)).ToList();

        var terminal = new Terminal(parsed.GetValue(_json));
        terminal.Document(() => found, CliJson.Readable.IReadOnlyListSuppressionDocument);
        terminal.Write(Table(found));
        return found.Any(entry => entry.Suppressed) ? ExitCode.NotGood : ExitCode.Good;
    }

    private static List<EmailAddress> Read(string[] texts)
    {
        var (read, problems) = (new List<EmailAddress>(), new List<string>());
        foreach (var text in texts)
        {
            if (EmailAddress.TryParse(text, out var address, out var problem))
            {
                read.Add(address);
            }
            else
            {
                problems.Add($"'{text}' {problem}.");
            }
        }

        return problems.Count > 0 ? throw new UsageException(problems) : [.. read.Distinct()];
    }

    private static Table Table(IEnumerable<SuppressionDocument> found)
    {
        var table = Tables.New("Address", "May be written to", "Because", "Since", "Until", "SES message");
        foreach (var entry in found)
        {
            if (!entry.Suppressed)
            {
                table.AddRow(new Text(entry.Address), new Text("yes"), new Text("-"), new Text("-"), new Text("-"), new Text("-"));
            }

            foreach (var reason in entry.Reasons)
            {
                table.AddRow(
                    new Text(entry.Address),
                    new Text("NO", new Style(Color.Red)),
                    new Text(reason.Reason),
                    new Text(Figures.Time(reason.OccurredAt)),
                    new Text(reason.Until is null ? "for good" : Figures.Time(reason.Until)),
                    new Text(reason.MessageId));
            }
        }

        return table;
    }
}
