using Feedback.Cli.Commands;
using Feedback.Cli.Composition;

namespace Feedback.Cli.Replay;

/// <summary>The sample events under events/.</summary>
internal static class SampleEvents
{
    /// <summary>Returns the configuration sets that the samples name, which the local SES has to know.</summary>
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
            // Other files in the folder name no set.
            return [];
        }
    }
}
