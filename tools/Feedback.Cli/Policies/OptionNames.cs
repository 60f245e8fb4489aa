using System.Text.RegularExpressions;
using Feedback.Configuration;

namespace Feedback.Cli.Policies;

/// <summary>Converts the names of policy parts to options: <c>MINIMUM_BOUNCES</c> is <c>--minimum-bounces</c>.</summary>
internal static class OptionNames
{
    // Text in quotes is a value from the command line.
    private static readonly Regex Parts = new(
        $"(?<!')\\b(?:{string.Join('|', PolicyReader.Names)})\\b(?!')", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // As the history keeps a policy: MODE=Observe, WINDOWS=1h,24h.
    private static readonly Regex Assignments = new(
        $"\\b(?:{string.Join('|', PolicyReader.Names)})(?==)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static string Of(string part) => "--" + NameOf(part);

    /// <summary>Returns the name of a part as it is shown: the option without its dashes.</summary>
    public static string NameOf(string part) => part.Replace('_', '-').ToLowerInvariant();

    /// <summary>Spells the names in a policy from the history as they are typed and shown.</summary>
    public static string Spelled(string evidence) => Assignments.Replace(evidence, match => NameOf(match.Value));

    /// <summary>Names options instead of variables in a problem with one of the given parts; other problems are in the set's stored policy.</summary>
    public static string In(string problem, IEnumerable<string> given) => Parts.Matches(problem).Select(match => match.Value).Intersect(given).Any()
        ? Parts.Replace(problem, match => Of(match.Value))
        : problem;
}
