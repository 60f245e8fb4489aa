namespace Feedback.Cli.Demo;

/// <summary>Something that must be so.</summary>
/// <param name="Name">What.</param>
/// <param name="Problem">How it is instead; null if it holds.</param>
internal sealed record Check(string Name, string? Problem)
{
    public bool Holds => Problem is null;

    public static Check Equal<T>(string name, T expected, T actual)
        where T : notnull => new(name, expected.Equals(actual) ? null : $"expected {expected}; there is {actual}");

    public static Check None(string name, IEnumerable<string> problems)
    {
        var found = problems.ToList();
        return new Check(name, found.Count == 0 ? null : string.Join("; ", found.Take(10)) + (found.Count > 10 ? $"; and {found.Count - 10} more" : ""));
    }
}
