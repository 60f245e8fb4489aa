using System.Text.RegularExpressions;
using Feedback.Configuration;

namespace Feedback.Cli.Policies;

/// <summary>The parts of a policy as they are typed: <c>MINIMUM_BOUNCES</c> is <c>--minimum-bounces</c>.</summary>
internal static class OptionNames
{
    // Not in quotes: that is what somebody typed.
    private static readonly Regex Parts = new(
        $"(?<!')\\b(?:{string.Join('|', PolicyReader.Names)})\\b(?!')", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static string Of(string part) => "--" + part.Replace('_', '-').ToLowerInvariant();

    /// <summary>A problem by the names of the options, if one of those that were given is in it; else the set's own policy has it.</summary>
    public static string In(string problem, IEnumerable<string> given) => Parts.Matches(problem).Select(match => match.Value).Intersect(given).Any()
        ? Parts.Replace(problem, match => Of(match.Value))
        : problem;
}
