using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Operating;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression sync [--to-ses] [--from-ses]</c></summary>
internal sealed class SyncCommand : DeploymentCommand
{
    private readonly Option<bool> _toSes = new("--to-ses")
    {
        Description = "Put on SES's list what ours suppresses for all mail and for good, and delete there what is allowed or removed here.",
    };

    private readonly Option<bool> _fromSes = new("--from-ses") { Description = "Add to our list what only SES's has." };
    private readonly Option<string> _by = SuppressionOptions.By();

    public SyncCommand()
        : base("sync", "Compares the list with SES's list of the account, and mends what differs. The same command again goes on after an interruption.") =>
        Define(_toSes, _fromSes, _by);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var directions = (context.Parsed.GetValue(_toSes) ? SyncDirections.ToSes : SyncDirections.None)
            | (context.Parsed.GetValue(_fromSes) ? SyncDirections.FromSes : SyncDirections.None);
        var report = new SyncReport(context.Terminal, directions);
        var line = context.Terminal.StatusLine(TimeProvider.System);
        var progress = new SyncProgress(line, TimeProvider.System);
        try
        {
            await foreach (var finding in context.Get<SuppressionSync>().RunAsync(directions, context.Value(_by), line.IsShown, cancellationToken))
            {
                if (finding is SyncFinding.Progress done)
                {
                    progress.Show(done);
                    continue;
                }

                if (finding is SyncFinding.Difference)
                {
                    // It is written at once, unlike the other findings.
                    line.Clear();
                }

                report.Add(finding);
            }
        }
        finally
        {
            line.Clear();
        }

        return report.Finish();
    }
}
