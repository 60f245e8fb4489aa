using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression show ADDRESS</c></summary>
internal sealed class ShowCommand : DeploymentCommand
{
    private const int MostHistory = 100;

    private readonly Argument<string> _address = new("ADDRESS") { Description = "E-mail address, in any spelling." };

    public ShowCommand()
        : base("show", "Shows every reason for which an address is suppressed, with its events, and what operators did about it.") => Define(_address);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var asked = AddressList.Read([context.Value(_address)]);
        if (asked.Addresses is not [var address])
        {
            return asked.Finish(context, ExitCode.Usage);
        }

        var entry = (await context.Get<ISuppressionStore>().FindAsync([address], cancellationToken)).SingleOrDefault();
        var history = await context.Get<ISuppressionTable>().HistoryAsync(address.Hash, MostHistory, cancellationToken);
        var now = context.Get<TimeProvider>().GetUtcNow();
        var shown = new ShowDocument(
            CheckDocument.Of(address, SuppressionAnswer.Ask(entry, SuppressionScope.Everywhere, now)),
            entry is null ? null : EntryDocument.Of(entry),
            [.. history.Select(ShowDocument.ChangeDocument.Of)]);
        context.Terminal.Document(() => shown, CliJson.Readable.ShowDocument);
        foreach (var line in Lines(shown, now))
        {
            context.Terminal.Line(line);
        }

        return ExitCode.Good;
    }

    private static IEnumerable<string> Lines(ShowDocument shown, DateTimeOffset now)
    {
        yield return shown.Check.Address;
        if (shown.Entry?.Reported is { } reported)
        {
            yield return $"  SES wrote {reported}";
        }

        if (shown.Entry?.Allowance is { } allowed)
        {
            yield return $"  Allowed by {allowed.Author}{(allowed.Until <= now ? " (over)" : string.Empty)}: {allowed.Text}";
            yield return $"    since {Figures.Time(allowed.At)}, {SuppressionText.Until(allowed.Until)}";
        }

        if (shown.Entry is not { Causes.Count: > 0 })
        {
            yield return "  Nothing suppresses this address.";
        }

        foreach (var line in (shown.Entry?.Causes ?? []).SelectMany(cause => SuppressionText.Of(cause, now)))
        {
            yield return line;
        }

        if (shown.History.Count > 0)
        {
            yield return "History";
        }

        foreach (var change in shown.History)
        {
            yield return $"  {Figures.TimeWithSeconds(change.At)}  {change.What} by {change.Who}";
            yield return $"    {change.Why}";
        }
    }
}
