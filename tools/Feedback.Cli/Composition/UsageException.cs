namespace Feedback.Cli.Composition;

/// <summary>The command can't run with these arguments or settings. Each problem is one line.</summary>
internal sealed class UsageException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
