using System.CommandLine;
using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Notifications;
using Feedback.Operating;
using Feedback.Suppression;

namespace Feedback.Cli.Suppressions;

/// <summary><c>feedback suppression import FILE [--scope SCOPE]</c></summary>
internal sealed class ImportCommand : DeploymentCommand
{
    /// <summary>A list of the wrong kind would fill the screen.</summary>
    private const int MostProblems = 100;

    private readonly Argument<string> _file = new("FILE") { Description = "CSV or JSON lines, also compressed with gzip." };
    private readonly Option<string?> _scope = SuppressionOptions.Scope("Configuration set whose mail is suppressed; by default all mail (*).");
    private readonly Option<string> _by = SuppressionOptions.By();
    private readonly Option<bool> _force = new("--force") { Description = "Import even if SES has no such configuration set." };

    public ImportCommand()
        : base("import", "Imports a list of SES, SendGrid, Mailgun, Postmark, listmonk or Feedback. The same command again goes on after an interruption.") =>
        Define(_file, _scope, _by, _force);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var scope = await KnownScope.ReadAsync(context, context.Parsed.GetValue(_scope), context.Parsed.GetValue(_force), cancellationToken);
        var path = context.Value(_file);
        var list = new ListFile(path, new ListLines(scope, context.Value(_by), new DateTimeOffset(File.GetLastWriteTimeUtc(path))));
        long lines = 0, skipped = 0, bad = 0;
        var (written, unchanged) = await context.Get<SuppressionImport>().RunAsync(Entries(), cancellationToken);

        var done = new ImportDocument(list.Source, lines, written, unchanged, skipped, bad);
        context.Terminal.Document(() => done, CliJson.Readable.ImportDocument);
        context.Terminal.Line($"{Figures.Count(lines, "line")} of {Named(list.Source)}");
        context.Terminal.Line($"{Figures.Count(written, "entry", "entries")} written, {Figures.Count(unchanged)} unchanged");
        if (skipped > 0)
        {
            context.Terminal.Line($"{Figures.Count(skipped, "line")} skipped, whose addresses are not blocklisted");
        }

        if (bad > MostProblems)
        {
            context.Terminal.Problems([$"… and {Figures.Count(bad - MostProblems, "more line")}. In all, {Figures.Count(bad, "line")} can't be used."]);
        }

        return bad > 0 ? ExitCode.Usage : ExitCode.Good;

        IEnumerable<(EmailAddress Address, Func<SuppressionEntry, SuppressionEntry> Add)> Entries()
        {
            foreach (var line in list.Read())
            {
                lines++;
                switch (line)
                {
                    case ListLine.Entry entry:
                        yield return (entry.Address, entry.Add);
                        break;
                    case ListLine.Bad wrong:
                        if (++bad <= MostProblems)
                        {
                            context.Terminal.Problems([$"{path}, line {wrong.Number}: {wrong.Problem}"]);
                        }

                        break;
                    default:
                        skipped++;
                        break;
                }
            }
        }
    }

    private static string Named(string source) => source == "list" ? "a list" : $"a list of {source}";
}
