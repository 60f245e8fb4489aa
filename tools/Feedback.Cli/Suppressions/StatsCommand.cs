using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Suppression;
using Spectre.Console;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression stats</c></summary>
internal sealed class StatsCommand : DeploymentCommand
{
    public StatsCommand()
        : base("stats", "Counts the list by reason and scope. Reads the whole table.") => Define();

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var stats = await CountAsync(context.Get<ISuppressionTable>(), context.Get<TimeProvider>().GetUtcNow(), cancellationToken);
        context.Terminal.Document(() => stats, CliJson.Readable.StatsDocument);
        context.Terminal.Line($"{Figures.Count(stats.Suppressed, "address", "addresses")} suppressed, {Figures.Count(stats.Allowed)} allowed by operators");
        if (stats.Unreadable > 0)
        {
            context.Terminal.Line($"{Figures.Count(stats.Unreadable, "item")} can't be read (docs/operations.md)");
        }

        var table = Tables.New("Reason", "Scope", "Addresses");
        foreach (var reason in stats.Reasons)
        {
            table.AddRow(new Text(reason.Reason), new Text(reason.Scope), new Text(Figures.Count(reason.Addresses)));
        }

        context.Terminal.Write(table);
        return stats.Unreadable > 0 ? ExitCode.NotGood : ExitCode.Good;
    }

    private static async Task<StatsDocument> CountAsync(ISuppressionTable list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reasons = new SortedDictionary<SuppressionKey, long>(SuppressionKey.Order);
        long addresses = 0, suppressed = 0, allowed = 0, unreadable = 0;
        await foreach (var stored in list.AllAsync(cancellationToken))
        {
            addresses++;
            if (stored.Entry is not { } entry)
            {
                unreadable++;
                continue;
            }

            if (entry.Allowance is { } allowance && allowance.IsInForce(now))
            {
                allowed++;
                continue;
            }

            var inForce = entry.Causes.Where(cause => cause.Value.IsInForce(now)).Select(cause => cause.Key).ToList();
            suppressed += inForce.Count > 0 ? 1 : 0;
            foreach (var key in inForce)
            {
                reasons[key] = reasons.GetValueOrDefault(key) + 1;
            }
        }

        return new StatsDocument(
            addresses,
            suppressed,
            allowed,
            unreadable,
            [.. reasons.Select(reason => new StatsDocument.ReasonCount(reason.Key.Reason.ToString(), reason.Key.Scope.ToString(), reason.Value))]);
    }
}
