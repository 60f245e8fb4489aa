using System.Globalization;
using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>
/// Remembers which addresses a list has, in 16 bytes for each: their hashes, in parts by the first byte so that no part grows large. First
/// all are added, then they are asked for.
/// </summary>
internal sealed class AddressSet
{
    private readonly List<UInt128>?[] _parts = new List<UInt128>?[1 + byte.MaxValue];
    private readonly bool[] _isSorted = new bool[1 + byte.MaxValue];

    internal void Add(EmailAddress address)
    {
        var hash = Hash(address);
        (_parts[Part(hash)] ??= []).Add(hash);
        _isSorted[Part(hash)] = false;
    }

    internal bool Contains(EmailAddress address)
    {
        var hash = Hash(address);
        if (_parts[Part(hash)] is not { } part)
        {
            return false;
        }

        if (!_isSorted[Part(hash)])
        {
            part.Sort();
            _isSorted[Part(hash)] = true;
        }

        return part.BinarySearch(hash) >= 0;
    }

    private static int Part(UInt128 hash) => (int)(hash >> 120);

    private static UInt128 Hash(EmailAddress address) => UInt128.Parse(address.Hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
