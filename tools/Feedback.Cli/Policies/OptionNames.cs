using System.Text.RegularExpressions;
using Feedback.Configuration;

namespace Feedback.Cli.Policies;

/// <summary>Converts the names of policy parts to options: <c>MINIMUM_BOUNCES</c> is <c>--minimum-bounces</c>.</summary>
internal static class OptionNames
{
    // Text in quotes is a value from the command line.
    private static readonly Regex Parts = new(
        $"(?<!')\\b(?:{string.Join('|', PolicyReader.Names)})\\b(?!')", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static string Of(string part) => "--" + part.Replace('_', '-').ToLowerInvariant();

    /// <summary>Names options instead of variables in a problem with one of the given parts; other problems are in the set's stored policy.</summary>
    public static string In(string problem, IEnumerable<string> given) => Parts.Matches(problem).Select(match => match.Value).Intersect(given).Any()
        ? Parts.Replace(problem, match => Of(match.Value))
        : problem;
}
