namespace Feedback.Cli.Doctor;

/// <summary>The result of <c>feedback doctor</c> as JSON.</summary>
/// <param name="Sets">The number of configuration sets that were checked.</param>
/// <param name="Errors">The number of errors.</param>
/// <param name="Warnings">The number of warnings.</param>
/// <param name="Findings">All findings, the worst first.</param>
internal sealed record DoctorDocument(int Sets, int Errors, int Warnings, IReadOnlyList<DoctorDocument.FindingPart> Findings)
{
    public static DoctorDocument Of(int sets, IReadOnlyList<Finding> findings) => new(
        sets,
        findings.Count(finding => finding.Severity == Severity.Error),
        findings.Count(finding => finding.Severity == Severity.Warning),
        [.. findings.Select(finding => new FindingPart(
            finding.Severity.ToString(), finding.Check, finding.About, finding.Problem, finding.Meaning, finding.Remedy))]);

    /// <inheritdoc cref="Finding"/>
    internal sealed record FindingPart(string Severity, string Check, string About, string Problem, string Meaning, string Remedy);
}
