using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression export [--out FILE] [--format csv|jsonl]</c></summary>
internal sealed class ExportCommand : DeploymentCommand
{
    private readonly Option<string> _out = new("--out")
    {
        Description = "File to write to, complete or not at all; - for standard output.",
        DefaultValueFactory = _ => "-",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "csv, with a line for each address and reason, or jsonl, with an object for each address.",
        DefaultValueFactory = _ => "csv",
    };

    public ExportCommand()
        : base("export", "Writes the whole list, for feedback suppression import or another program.")
    {
        _format.AcceptOnlyFromAmong("csv", "jsonl");
        Define(_out, _format);
    }

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var (file, format) = (context.Value(_out), context.Value(_format));
        if (context.Terminal.PrintsJson && file == "-")
        {
            throw new UsageException("--json prints a summary, so the list needs a file: give --out FILE, or --format jsonl without --json.");
        }

        var problems = new List<string>();
        var addresses = file == "-"
            ? await WriteAsync(context, format, Streams.Output, problems, cancellationToken)
            : await WholeFile.WriteAsync(file, writer => WriteAsync(context, format, writer, problems, cancellationToken));
        context.Terminal.Document(() => new ExportDocument(file, addresses, problems.Count), CliJson.Readable.ExportDocument);
        if (file != "-")
        {
            context.Terminal.Line($"{Figures.Count(addresses, "address", "addresses")} written to {file}");
        }

        context.Terminal.Problems(problems);
        return problems.Count > 0 ? ExitCode.Usage : ExitCode.Good;
    }

    private static async Task<long> WriteAsync(
        DeploymentContext context, string format, TextWriter writer, List<string> problems, CancellationToken cancellationToken)
    {
        if (format == "csv")
        {
            await writer.WriteLineAsync(EntryLines.Header);
        }

        var addresses = 0L;
        await foreach (var stored in context.Get<ISuppressionTable>().AllAsync(cancellationToken))
        {
            if (stored.Entry is not { } entry)
            {
                problems.Add(stored.Problem!);
                continue;
            }

            if (entry.Causes.IsEmpty && entry.Allowance is null)
            {
                continue;
            }

            addresses++;
            foreach (var line in format == "csv" ? EntryLines.Csv(EntryDocument.Of(entry)) : EntryLines.Json(EntryDocument.Of(entry)))
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            }
        }

        await writer.FlushAsync(cancellationToken);
        return addresses;
    }
}
