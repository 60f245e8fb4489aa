using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Explaining;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback explain MESSAGE-ID|ADDRESS [--scan]</c></summary>
internal sealed class ExplainCommand : DeploymentCommand
{
    private const int Most = 1_000;

    private readonly Argument<string> _what = new("MESSAGE-ID|ADDRESS") { Description = "SES's id of a mail, or a recipient's address in any spelling." };
    private readonly Option<int> _limit = CommonOptions.Number("--limit", 1, Most, otherwise: 20, $"Maximum number of mails to an address, 1 to {Most}.");

    private readonly Option<bool> _scan = new("--scan")
    {
        Description = "Read the whole ledger, to find by message id what no index has: deliveries, soft bounces and rejects.",
    };

    public ExplainCommand()
        : base("explain", "Shows which events came of a mail or for an address, and what each of them changed.") => Define(_what, _limit, _scan);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var messageId = MessageIds.Read(context.Value(_what));
        var isScan = context.Parsed.GetValue(_scan);
        var outcomes = messageId is null ? await OfAddressAsync(context, cancellationToken)
            : isScan ? await context.Get<OutcomeFinder>().ScanAsync(messageId, cancellationToken)
            : await context.Get<OutcomeFinder>().OfMessageAsync(messageId, cancellationToken);
        var isComplete = messageId is null || isScan;
        var entities = outcomes.Select(outcome => outcome.Attribution.Entity).ToHashSet();
        var sets = entities.Count == 0 ? [] : await context.Get<StatusReader>().ReadAsync(entities, cancellationToken);
        context.Terminal.Document(() => ExplainDocument.Of(outcomes, isComplete, sets), CliJson.Readable.ExplainDocument);
        if (outcomes.Count == 0)
        {
            context.Terminal.Problems([
                messageId is null ? "Nothing is known of mail to this address. Outcomes are kept for OutcomeRetentionDays."
                : isScan ? "The ledger has nothing with this message id. Outcomes are kept for OutcomeRetentionDays."
                : "No hard bounce or complaint has this message id. Other events are found by the address: feedback explain ADDRESS, or with --scan."]);
            return ExitCode.NotGood;
        }

        Show(context.Terminal, outcomes, withRecipient: messageId is not null);
        if (!isComplete)
        {
            context.Terminal.Line("Only hard bounces and complaints are found by message id. To see all of it:");
            context.Terminal.Line("  feedback explain ADDRESS             all mail to a recipient");
            context.Terminal.Line("  feedback explain MESSAGE-ID --scan   reads the whole ledger");
            context.Terminal.Line();
        }

        if (sets.Count > 0)
        {
            context.Terminal.Write(StatusLines.Of(sets));
        }

        return ExitCode.Good;
    }

    private Task<IReadOnlyList<Outcome>> OfAddressAsync(DeploymentContext context, CancellationToken cancellationToken) =>
        EmailAddress.TryParse(context.Value(_what), out var address, out var problem)
            ? context.Get<OutcomeFinder>().OfAddressAsync(address, context.Value(_limit), cancellationToken)
            : throw new UsageException($"'{context.Value(_what)}' is neither a message id nor an address: it {problem}.");

    private static void Show(Terminal terminal, IEnumerable<Outcome> outcomes, bool withRecipient)
    {
        foreach (var outcome in outcomes)
        {
            terminal.Verbatim(outcome.Key.MessageId);
            var domain = outcome.ReputationEvent is { } reputationEvent ? $", to {reputationEvent.Domain}" : "";
            terminal.Line($"  sent {Figures.TimeWithSeconds(outcome.SentAt)}, {outcome.Attribution.Entity.Name}{domain}");
            if (withRecipient)
            {
                terminal.Line($"  recipient {outcome.Key.RecipientHash} (hash of the address)");
            }

            foreach (var one in Explanation.Of(outcome))
            {
                terminal.Line($"  {(one.At is { } at ? Figures.TimeWithSeconds(at) : "time not kept")}  {one.What}");
                terminal.Line($"    {one.Effect}");
            }

            terminal.Line();
        }
    }
}
