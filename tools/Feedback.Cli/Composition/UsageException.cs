namespace Feedback.Cli.Composition;

/// <summary>What was typed, or configured, can't be run with. Each problem is one line.</summary>
internal sealed class UsageException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
