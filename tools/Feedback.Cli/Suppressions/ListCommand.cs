using System.CommandLine;
using System.Text.Json;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression list [--reason REASON] [--scope SCOPE] [--since TIME]</c></summary>
internal sealed class ListCommand : DeploymentCommand
{
    private readonly Option<SuppressionReason?> _reason = new("--reason")
    {
        Description = $"Only this reason: {string.Join(", ", Enum.GetNames<SuppressionReason>())}.",
    };

    private readonly Option<string?> _scope = SuppressionOptions.Scope("Only this scope: a configuration set, or * for what holds for all mail.");
    private readonly Option<string?> _since = new("--since") { Description = "Only what began at this time in UTC or later, such as 2026-11-18." };

    public ListCommand()
        : base("list", "Lists what suppresses now, one line for each address, reason and scope, as the table holds them: in no order.") =>
        Define(_reason, _scope, _since);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var scope = context.Parsed.GetValue(_scope) is { } text ? SuppressionOptions.ReadScope(text) : (SuppressionScope?)null;
        var since = SuppressionOptions.ReadSince(context.Parsed.GetValue(_since));
        var reason = context.Parsed.GetValue(_reason);
        var now = context.Get<TimeProvider>().GetUtcNow();
        var (count, problems) = (0L, new List<string>());

        // Written one by one: the list may be longer than fits into memory.
        await foreach (var stored in context.Get<ISuppressionTable>().AllAsync(cancellationToken))
        {
            if (stored.Entry is not { } entry)
            {
                problems.Add(stored.Problem!);
                continue;
            }

            var causes = entry.Causes
                .Where(cause => entry.Allowance?.IsInForce(now) is not true && cause.Value.IsInForce(now))
                .Where(cause => (reason is null || cause.Key.Reason == reason) && (scope is null || cause.Key.Scope == scope) && !(cause.Value.Since < since))
                .Select(cause => CauseDocument.Of(cause.Key, cause.Value))
                .ToList();
            if (causes.Count > 0)
            {
                Write(context.Terminal, EntryDocument.Of(entry) with { Causes = causes }, isFirst: count++ == 0);
            }
        }

        if (context.Terminal.PrintsJson)
        {
            Streams.Output.WriteLine(count == 0 ? "[]" : "]");
        }

        context.Terminal.Problems(problems);
        if (count == 0 && problems.Count == 0)
        {
            context.Terminal.Problems(["No address is suppressed so."]);
        }

        return problems.Count > 0 ? ExitCode.Usage : count > 0 ? ExitCode.Good : ExitCode.NotGood;
    }

    private static void Write(Terminal terminal, EntryDocument entry, bool isFirst)
    {
        if (terminal.PrintsJson)
        {
            Streams.Output.Write(isFirst ? "[\n" : ",\n");
            Streams.Output.Write(JsonSerializer.Serialize(entry, CliJson.Lines.EntryDocument));
            return;
        }

        foreach (var cause in entry.Causes)
        {
            terminal.Line($"{cause.FirstAt.UtcDateTime:yyyy-MM-dd} {cause.Reason,-22} {cause.Scope} {entry.Address}");
        }
    }
}
