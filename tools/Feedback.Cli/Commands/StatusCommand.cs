using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback status [SET…]</c></summary>
internal sealed class StatusCommand : DeploymentCommand
{
    private const int LongestInterval = 3_600;

    private readonly Argument<string[]> _sets = new("SET")
    {
        Description = "Configuration sets, account or unattributed; by default all that have sent.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _wide = new("--wide") { Description = "Show the rates of each window, and since when." };
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 1 if a set is paused, held, or at warning or critical." };
    private readonly Option<int> _watch = CommonOptions.Number(
        "--watch", 1, LongestInterval, otherwise: 0, $"Repeat every so many seconds, 1 to {LongestInterval}, until Ctrl-C.");

    public StatusCommand()
        : base("status", "Shows the level, rates and sending state of each set.")
    {
        _watch.DefaultValueFactory = null;
        Define(_sets, _wide, _watch, _exitCode);
    }

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var interval = TimeSpan.FromSeconds(context.Parsed.GetValue(_watch));
        while (interval > TimeSpan.Zero)
        {
            context.Terminal.Clear();
            await ShowAsync(context, cancellationToken);
            await Task.Delay(interval, context.Get<TimeProvider>(), cancellationToken);
        }

        return await ShowAsync(context, cancellationToken);
    }

    private async Task<int> ShowAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Parsed.GetValue(_sets)!.Select(name => EntityNames.Read(name, context.Get<Deployment>())).ToHashSet();
        var found = await context.Get<StatusReader>().ReadAsync(wanted, cancellationToken);
        context.Terminal.Document(() => [.. found.Select(EntityDocument.Of)], CliJson.Readable.IReadOnlyListEntityDocument);
        if (found.Count > 0)
        {
            context.Terminal.Write(context.Parsed.GetValue(_wide) ? StatusTable.Of(found) : StatusLines.Of(found));
        }

        var missing = wanted.Where(entity => found.All(status => status.State.Entity != entity)).ToList();
        context.Terminal.Problems(missing.Select(entity => $"Feedback has seen no mail of {entity.Name}."));
        if (found.Count == 0 && missing.Count == 0)
        {
            context.Terminal.Problems(["Feedback has seen no mail yet."]);
        }

        var abnormal = context.Parsed.GetValue(_exitCode) && found.Any(status => !status.IsNormal);
        return found.Count == 0 || missing.Count > 0 || abnormal ? ExitCode.NotGood : ExitCode.Good;
    }
}
