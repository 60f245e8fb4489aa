using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression erase ADDRESS --reason TEXT [--keep-ses]</c></summary>
internal sealed class EraseCommand : DeploymentCommand
{
    private readonly Argument<string> _address = new("ADDRESS") { Description = "E-mail address of the person, in any spelling." };
    private readonly Option<string> _reason = SuppressionOptions.Reason("--reason", "Why, kept in the history, which doesn't name the address.");
    private readonly Option<bool> _keepSes = SuppressionOptions.KeepSes();
    private readonly Option<string> _by = SuppressionOptions.By();

    public EraseCommand()
        : base("erase", "Erases a person from the list, the ledger and SES's list of the account. No count changes, and mail may be sent again.") =>
        Define(_address, _reason, _keepSes, _by);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var asked = AddressList.Read([context.Value(_address)]);
        if (asked.Addresses is not [var address])
        {
            return asked.Finish(context, ExitCode.Usage);
        }

        var (erased, outcomes) = await context.Get<SuppressionRemoval>().EraseAsync(
            address, context.Parsed.GetValue(_keepSes), context.Value(_reason), context.Value(_by), cancellationToken);
        IReadOnlyList<string> notes = [.. OtherLists.Notes(erased)];
        context.Terminal.Document(() => new EraseDocument(erased.Here, outcomes, OtherLists.Name(erased), notes), CliJson.Readable.EraseDocument);
        context.Terminal.Line(erased.Here ? "The entry of the suppression list is deleted." : "The suppression list had no entry.");
        context.Terminal.Line(outcomes == 0
            ? "The ledger had no outcomes."
            : $"{Figures.Count(outcomes, "outcome")} of the ledger without the domain now. Deleted within 29 days.");
        foreach (var note in notes.Append(OtherLists.Tenants))
        {
            context.Terminal.Line(note);
        }

        return ExitCode.Good;
    }
}
