using System.Security.Cryptography;
using System.Text;

namespace Feedback.Notifications;

/// <summary>
/// Makes the hashes under which recipients are stored and logged; nothing else does. The key is that of the whole process: hashes with
/// different keys must never meet, and no caller can forget it.
/// </summary>
internal static class RecipientHash
{
    private const int HashedBytes = 16;

    private static RecipientHashKey? _key;

    /// <summary>Sets the key of this process, when it starts and before it handles any address.</summary>
    /// <param name="key">Null for hashes without a key.</param>
    /// <exception cref="InvalidOperationException">The process has another key already.</exception>
    internal static void UseKey(RecipientHashKey? key)
    {
        if (key is null ? _key is not null : Interlocked.CompareExchange(ref _key, key, null) is { } used && used.Fingerprint != key.Fingerprint)
        {
            throw new InvalidOperationException("The recipient hashes of this process have another key already.");
        }
    }

    internal static string Of(string value) => Of(value, _key);

    /// <summary>Lower-case hex of the first 16 bytes of HMAC-SHA-256 with the key, or of SHA-256 without one, over the UTF-8 of an address.</summary>
    internal static string Of(string value, RecipientHashKey? key)
    {
        var digest = key is null ? SHA256.HashData(Encoding.UTF8.GetBytes(value)) : key.Digest(value);
        return Convert.ToHexStringLower(digest.AsSpan(0, HashedBytes));
    }
}
