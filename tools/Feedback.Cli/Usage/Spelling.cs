namespace Feedback.Cli.Usage;

/// <summary>Suggests the known name that is nearest to a mistyped one.</summary>
internal static class Spelling
{
    /// <summary>Returns " Did you mean …?", or nothing if no name is near.</summary>
    public static string Suggest(string typed, IEnumerable<string> known)
    {
        var name = typed.Split('=')[0];
        var nearest = known.Select(candidate => (Name: candidate, Distance: Distance(name, candidate))).OrderBy(one => one.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, name.Length / 3) ? $" Did you mean {nearest.Name}?" : "";
    }

    /// <summary>Returns how many letters have to be added, removed, replaced or swapped with the next one.</summary>
    internal static int Distance(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0 ? i + j : Cost(i, j);
            }
        }

        return costs[one.Length, other.Length];

        int Cost(int i, int j)
        {
            var replaced = costs[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            var least = Math.Min(replaced, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
            var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            return swapped ? Math.Min(least, costs[i - 2, j - 2] + 1) : least;
        }
    }
}
