namespace Feedback.Configuration;

/// <summary>The environment can't be run with. The message names every problem, not the first.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception("The configuration is not valid:\n" + string.Join('\n', problems.Select(problem => "- " + problem)))
{
    internal IReadOnlyList<string> Problems { get; } = problems;
}
