using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression erase ADDRESS --reason TEXT</c></summary>
internal sealed class EraseCommand : DeploymentCommand
{
    private readonly Argument<string> _address = new("ADDRESS") { Description = "E-mail address of the person, in any spelling." };
    private readonly Option<string> _reason = SuppressionOptions.Reason("--reason", "Why, kept in the history, which doesn't name the address.");
    private readonly Option<string> _by = SuppressionOptions.By();

    public EraseCommand()
        : base("erase", "Erases a person from the list and the ledger. No count changes, and mail may be sent to the address again.") =>
        Define(_address, _reason, _by);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var asked = AddressList.Read([context.Value(_address)]);
        if (asked.Addresses is not [var address])
        {
            return asked.Finish(context, ExitCode.Usage);
        }

        var (entry, outcomes) = await context.Get<SuppressionCommands>().EraseAsync(
            address, context.Value(_reason), context.Value(_by), cancellationToken);
        context.Terminal.Document(() => new EraseDocument(entry, outcomes), CliJson.Readable.EraseDocument);
        context.Terminal.Line(entry ? "The entry of the suppression list is deleted." : "The suppression list had no entry.");
        context.Terminal.Line(outcomes == 0
            ? "The ledger had no outcomes."
            : $"{Figures.Count(outcomes, "outcome")} of the ledger without the domain now. Deleted within 29 days.");
        context.Terminal.Line("SES may have the address on its own list. To delete it there:");
        context.Terminal.Line("  aws sesv2 delete-suppressed-destination --email-address ADDRESS");
        return ExitCode.Good;
    }
}
