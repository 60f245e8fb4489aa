using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Doctor;
using Feedback.Cli.Doctor.Checks;
using Feedback.Cli.Doctor.Reading;
using Feedback.Cli.Output;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback doctor [SET…]</c></summary>
internal sealed class DoctorCommand : DeploymentCommand
{
    private readonly Argument<string[]> _sets = new("SET")
    {
        Description = "Configuration sets to check; by default all sets of SES, about one a second.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public DoctorCommand()
        : base("doctor", "Looks for what is set up wrong, and says how to mend it. Exits with 1 for warnings, 3 for errors.") => Define(_sets);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Parsed.GetValue(_sets)!.Distinct(StringComparer.Ordinal).ToList();
        var setUp = await context.Terminal.WorkAsync(
            "Looking at the sets", progress => context.Get<SetUpReader>().ReadAsync(wanted, progress, cancellationToken));
        var unknown = wanted.Where(set => setUp.SetNames?.Contains(set) == false).ToList();
        if (unknown.Count > 0)
        {
            throw new UsageException([.. unknown.Select(set => $"SES has no configuration set {set}.")]);
        }

        var findings = AllChecks.Checks.SelectMany(check => check.Judge(setUp)).OrderByDescending(finding => finding.Severity).ToList();
        context.Terminal.Document(() => DoctorDocument.Of(setUp.Sets.Count, findings), CliJson.Readable.DoctorDocument);
        DoctorPage.Show(context.Terminal, setUp.Sets.Count, findings);
        return findings.Select(finding => finding.Severity).FirstOrDefault() switch
        {
            Severity.Error => ExitCode.Broken,
            Severity.Warning => ExitCode.NotGood,
            _ => ExitCode.Good,
        };
    }
}
