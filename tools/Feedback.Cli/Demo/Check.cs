namespace Feedback.Cli.Demo;

/// <summary>Something that must be so.</summary>
/// <param name="Name">What must be so.</param>
/// <param name="Problem">What is so instead, as a sentence of its own; null if the check holds.</param>
internal sealed record Check(string Name, string? Problem)
{
    private const int MostProblems = 10;

    public bool Holds => Problem is null;

    /// <param name="name">What must be so.</param>
    /// <param name="holds">Whether it is.</param>
    /// <param name="problem">What is so instead.</param>
    public static Check That(string name, bool holds, string problem) => new(name, holds ? null : problem);

    public static Check None(string name, IEnumerable<string> problems)
    {
        var found = problems.ToList();
        var more = found.Count > MostProblems ? $"; and {found.Count - MostProblems} more" : "";
        return new Check(name, found.Count == 0 ? null : string.Join("; ", found.Take(MostProblems)) + more);
    }
}
