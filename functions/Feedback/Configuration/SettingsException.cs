namespace Feedback.Configuration;

/// <summary>The settings or a policy are not valid. The message names every problem.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception("The configuration is not valid:\n" + string.Join('\n', problems.Select(problem => "- " + problem)))
{
    internal IReadOnlyList<string> Problems { get; } = problems;
}
