using Feedback.Cli.Commands;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Replay;

/// <summary>The payloads under events/.</summary>
internal static class SampleEvents
{
    /// <summary>The configuration sets that they name: where the samples come from, SES has them.</summary>
    public static IReadOnlyList<string> ConfigurationSets(string root) =>
        [.. EventFiles.Find([Path.Combine(root, "events")]).SelectMany(ConfigurationSetsOf).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> ConfigurationSetsOf(string file)
    {
        try
        {
            return EventFile.Read(file).Payloads.SelectMany(payload => payload.ConfigurationSets);
        }
        catch (UsageException)
        {
            // A file of another kind that a developer left there names no set.
            return [];
        }
    }
}
