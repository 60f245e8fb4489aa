using Feedback.Cli.Commands;
using Feedback.Cli.Output;
using Feedback.Cli.Running;
using Feedback.Inbound;
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
                StoreMails(file.Path, payload);
                sum += await run.InvokeAsync(payload.Function, payload.Json ?? run.Batch(payload.Function, payload.Bodies), payload.Messages);
                progress.Done();
            }

            replayed.Add(new ReplayedFile(file.Path, [.. file.Payloads.Select(payload => payload.Function).Distinct()], sum));
        }

        return replayed;
    }

    // An event of S3 says only where SES stored the mail.
    private void StoreMails(string file, Payload payload)
    {
        foreach (var mail in payload.Function == FeedbackFunctions.Inbound ? payload.Bodies.Select(StoredMail.Parse).OfType<StoredMail>() : [])
        {
            var path = Path.Combine(Path.GetDirectoryName(file) ?? "", mail.Key.Split('/')[^1] + EventFiles.MailExtension);
            if (File.Exists(path))
            {
                run.Deployment.Aws.S3.Put(mail.Bucket, mail.Key, File.ReadAllBytes(path));
            }
        }
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
