using System.Globalization;

namespace Feedback.Cli.Simulation;

/// <summary>Generates recipients, each only once, at domains that are reserved for examples (RFC 2606).</summary>
/// <param name="mailing">A number that keeps the addresses of two mailings apart.</param>
/// <param name="random">Chooses names and domains.</param>
/// <param name="onlyDomain">The domain of all addresses; null for several.</param>
internal sealed class Addresses(int mailing, Random random, string? onlyDomain = null)
{
    private static readonly string[] First = ["ada", "ben", "carla", "deniz", "emil", "fatima", "goran", "hanna", "ines", "jonas", "kira", "luca"];
    private static readonly string[] Last = ["arndt", "berg", "costa", "demir", "engel", "farkas", "gruber", "horvat", "ivanov", "jansen", "klein", "lopez"];
    private static readonly string[] Domains = ["webmail.example", "inbox.example", "post.example", "company.example", "school.example"];

    private int _number;

    public string Next() => string.Create(
        CultureInfo.InvariantCulture, $"{Any(First)}.{Any(Last)}.{mailing}-{++_number}@{onlyDomain ?? Any(Domains)}");

    // The first domain is the most common one.
    private string Any(string[] of) => of[Math.Min(random.Next(of.Length), random.Next(of.Length))];
}
