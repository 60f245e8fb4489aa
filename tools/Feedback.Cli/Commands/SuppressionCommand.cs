using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Notifications;
using Feedback.Suppression;
using Spectre.Console;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback suppression ADDRESS…</c></summary>
internal sealed class SuppressionCommand : DeploymentCommand
{
    private readonly Argument<string[]> _addresses = new("ADDRESS") { Description = "E-mail addresses, in any spelling.", Arity = ArgumentArity.OneOrMore };

    public SuppressionCommand()
        : base("suppression", "Says whether mail may be sent to addresses, and if not, why. The exit code is 1 if one is suppressed.") => Define(_addresses);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var (asked, problems) = Read(context.Value(_addresses));
        var entries = (await context.Get<ISuppressionStore>().FindAsync(asked, cancellationToken)).ToDictionary(entry => entry.Address);
        var now = context.Get<TimeProvider>().GetUtcNow();
        var found = asked.Select(address => SuppressionDocument.Of(entries.GetValueOrDefault(address) ?? SuppressionEntry.Empty(address), now)).ToList();
        context.Terminal.Document(() => found, CliJson.Readable.IReadOnlyListSuppressionDocument);
        if (found.Count > 0)
        {
            context.Terminal.Write(Table(found));
        }

        context.Terminal.Problems(problems);
        return problems.Count > 0 ? ExitCode.Usage : found.Any(entry => entry.Suppressed) ? ExitCode.NotGood : ExitCode.Good;
    }

    // One bad address must not spoil the answer for the others.
    private static (List<EmailAddress> Addresses, List<string> Problems) Read(string[] texts)
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

        return ([.. read.Distinct()], problems);
    }

    private static Table Table(IEnumerable<SuppressionDocument> found)
    {
        var table = Tables.New("Address", "May be sent to", "Because", "Since", "Until", "SES message");
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
                    new Text(reason.MessageId ?? "-"));
            }
        }

        return table;
    }
}
