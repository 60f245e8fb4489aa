using System.Globalization;
using System.Numerics;

namespace Feedback.Outcomes;

/// <summary>
/// A hint at how many recipient domains mail went to. Each domain belongs to one of 16 classes, so two classes prove two domains, while one
/// class may still be several domains: the chance that two given domains share a class is 1 in 16.
/// </summary>
/// <param name="Bits">One bit for each class.</param>
internal readonly record struct DomainClasses(ushort Bits)
{
    internal const int Count = 16;

    internal bool AreSeveral => BitOperations.PopCount(Bits) > 1;

    internal IEnumerable<int> Numbers
    {
        get
        {
            var bits = Bits;
            return Enumerable.Range(0, Count).Where(number => (bits & (1 << number)) != 0);
        }
    }

    /// <summary>FNV-1a, since the classes are stored: every process must compute the same one.</summary>
    /// <param name="domain">In canonical form.</param>
    internal static DomainClasses Of(string domain)
    {
        var hash = 2_166_136_261u;
        foreach (var character in domain)
        {
            hash = unchecked((hash ^ character) * 16_777_619u);
        }

        return Of((int)((hash ^ (hash >> 16)) % Count));
    }

    /// <exception cref="FormatException">There is no such class.</exception>
    internal static DomainClasses Of(int number) => number is >= 0 and < Count
        ? new DomainClasses((ushort)(1 << number))
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{number} is no class of domains."));

    public static DomainClasses operator |(DomainClasses one, DomainClasses other) => new((ushort)(one.Bits | other.Bits));
}
