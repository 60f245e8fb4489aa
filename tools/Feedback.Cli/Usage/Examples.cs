using System.CommandLine;

namespace Feedback.Cli.Usage;

/// <summary>The examples in the help of each command, by its words.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> All = new(StringComparer.Ordinal)
    {
        ["feedback"] = ["feedback demo", "feedback status --profile operations"],
        ["demo"] = ["feedback demo", "feedback demo --seed 7 --json"],
        ["replay"] = ["feedback replay events/bounce", "feedback replay bounces.jsonl.gz --database replay.db"],
        ["backtest"] = ["feedback backtest archive/", "feedback backtest archive/ --bounce-critical-percent 5 --mode Observe"],
        ["simulate"] = ["feedback simulate --senders newsletter:20000:6:0.2", "feedback simulate --scenario month --days 14"],
        ["status"] = ["feedback status", "feedback status newsletter --wide", "feedback status --watch 60", "feedback status --exit-code"],
        ["history"] = ["feedback history newsletter", "feedback history account --limit 100 --json"],
        ["report"] = ["feedback report", "feedback report newsletter --days 30 --out newsletter.html", "feedback report --archive archive/"],
        ["doctor"] = ["feedback doctor", "feedback doctor newsletter receipts", "feedback doctor --json"],
        ["explain"] = ["feedback explain ann@example.org", "feedback explain 0102019a-3f5e-4c1d-9b7a-000000 --scan --json"],
        ["dlq"] = ["feedback dlq list", "feedback dlq show delivery"],
        ["dlq list"] = ["feedback dlq list", "feedback dlq list bounce complaint --json"],
        ["dlq show"] = ["feedback dlq show", "feedback dlq show delivery --limit 100"],
        ["dlq redrive"] = ["feedback dlq redrive delivery", "feedback dlq redrive --yes"],
        ["resume"] = ["feedback resume newsletter --reason \"list cleaned\""],
        ["pause"] = ["feedback pause newsletter --reason \"wrong list\"", "feedback pause account --reason \"stolen key\" --yes"],
        ["policy"] = ["feedback policy show newsletter"],
        ["policy show"] = ["feedback policy show newsletter"],
        ["policy set"] = ["feedback policy set newsletter --mode Observe --bounce-critical-percent 5", "feedback policy set newsletter --windows \"\""],
        ["policy clear"] = ["feedback policy clear newsletter"],
        ["suppression"] = ["feedback suppression check ann@example.org", "feedback suppression stats"],
        ["suppression check"] =
            ["feedback suppression check ann@example.org --set newsletter", "feedback suppression check ann@example.org bea@example.org --json"],
        ["suppression show"] = ["feedback suppression show ann@example.org"],
        ["suppression list"] = ["feedback suppression list --reason Complaint --since 2026-11-01", "feedback suppression list --scope newsletter --json"],
        ["suppression add"] =
        [
            "feedback suppression add ann@example.org --reason-text \"asked by phone\"",
            "feedback suppression add ann@example.org --scope newsletter --until 90d --reason-text \"on leave\"",
        ],
        ["suppression remove"] =
            ["feedback suppression remove ann@example.org --reason \"the mailbox is fixed\"", "feedback suppression remove ann@example.org --scope newsletter"],
        ["suppression allow"] = ["feedback suppression allow ann@example.org --reason \"the mailbox is fixed\" --until 2027-01-31"],
        ["suppression stats"] = ["feedback suppression stats", "feedback suppression stats --json"],
        ["suppression erase"] = ["feedback suppression erase ann@example.org --reason \"request 4711\""],
        ["suppression import"] = ["feedback suppression import bounces.csv", "feedback suppression import unsubscribes.csv --scope newsletter"],
        ["suppression export"] = ["feedback suppression export --out suppressions.csv", "feedback suppression export --format jsonl --out suppressions.jsonl"],
        ["suppression sync"] = ["feedback suppression sync", "feedback suppression sync --from-ses", "feedback suppression sync --to-ses --json"],
        ["wire"] =
        [
            "feedback wire --all --stack feedback --dry-run",
            "feedback wire newsletter --outputs stack.json",
            "feedback wire --all --stack feedback --second-detector keep",
            "feedback wire newsletter --stack feedback --undo",
        ],
        ["local"] = ["feedback local", "feedback local --database feedback.db --write-env local.env"],
        ["completion"] = ["eval \"$(feedback completion bash)\"", "feedback completion fish > ~/.config/fish/completions/feedback.fish"],
    };

    public static IReadOnlyList<string> Of(Command command) => All[command is RootCommand ? "feedback" : PathOf(command)];

    private static string PathOf(Command command) =>
        command.Parents.FirstOrDefault() is Command parent and not RootCommand ? $"{PathOf(parent)} {command.Name}" : command.Name;
}
