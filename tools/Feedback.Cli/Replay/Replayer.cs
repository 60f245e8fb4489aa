using Feedback.Cli.Output;
using Feedback.Cli.Running;
using Feedback.Local.Services.Ses;

namespace Feedback.Cli.Replay;

/// <summary>Invokes the functions with the events of files, one invocation after the other.</summary>
internal sealed class Replayer(LocalRun run)
{
    public async Task<IReadOnlyList<ReplayedFile>> ReplayAsync(IReadOnlyList<EventFile> files, IProgressReporter progress, CancellationToken cancellationToken)
    {
        AddConfigurationSets(files);
        progress.Expect(files.Sum(file => file.Payloads.Count));
        var replayed = new List<ReplayedFile>();
        foreach (var file in files)
        {
            var sum = BatchReport.Nothing;
            foreach (var payload in file.Payloads)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sum += await run.InvokeAsync(payload.Function, payload.Json ?? run.Batch(payload.Function, payload.Bodies), payload.Messages);
                progress.Done();
            }

            replayed.Add(new ReplayedFile(file.Path, [.. file.Payloads.Select(payload => payload.Function).Distinct()], sum));
        }

        return replayed;
    }

    // The local SES knows only sets that were created. The sets named in the events exist in the account they come from.
    private void AddConfigurationSets(IEnumerable<EventFile> files)
    {
        var ses = run.Deployment.Aws.Ses;
        foreach (var set in files.SelectMany(file => file.Payloads).SelectMany(payload => payload.ConfigurationSets).Distinct())
        {
            if (ses.ConfigurationSet(set) is null)
            {
                ses.AddConfigurationSet(set);
            }
        }
    }
}
