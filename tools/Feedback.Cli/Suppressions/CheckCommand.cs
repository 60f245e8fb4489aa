using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression check ADDRESS… [--set SET]</c></summary>
internal sealed class CheckCommand : DeploymentCommand
{
    private readonly Argument<string[]> _addresses = SuppressionOptions.Addresses();
    private readonly Option<string?> _set = new("--set") { Description = "Configuration set that would send; without it only what holds for all mail counts." };

    public CheckCommand()
        : base("check", "Says whether mail may be sent to addresses, and what decided. The exit code is 1 if one is suppressed.") =>
        Define(_addresses, _set);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var scope = SuppressionOptions.ReadScope(context.Parsed.GetValue(_set), "--set");
        var asked = AddressList.Read(context.Value(_addresses));
        var entries = (await context.Get<ISuppressionStore>().FindAsync(asked.Addresses, cancellationToken)).ToDictionary(entry => entry.Address);
        var now = context.Get<TimeProvider>().GetUtcNow();
        var checks = asked.Addresses
            .Select(address => CheckDocument.Of(address, SuppressionAnswer.Ask(entries.GetValueOrDefault(address), scope, now)))
            .ToList();
        context.Terminal.Document(() => checks, CliJson.Readable.IReadOnlyListCheckDocument);
        foreach (var line in checks.SelectMany(SuppressionText.Of))
        {
            context.Terminal.Line(line);
        }

        return asked.Finish(context, checks.All(check => check.MaySend) ? ExitCode.Good : ExitCode.NotGood);
    }
}
