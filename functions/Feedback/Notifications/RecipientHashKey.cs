using System.Security.Cryptography;
using System.Text;

namespace Feedback.Notifications;

/// <summary>The secret key of a deployment's recipient hashes. Formats as its fingerprint, so that a log line can't reveal it by accident.</summary>
internal sealed class RecipientHashKey
{
    /// <summary>As much text as 128 bits need in hex. A generated secret of Secrets Manager has 32 characters, too.</summary>
    internal const int LeastLength = 32;

    private readonly byte[] _key;

    /// <param name="secret">At least <see cref="LeastLength"/> characters.</param>
    internal RecipientHashKey(string secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, LeastLength, nameof(secret));
        _key = Encoding.UTF8.GetBytes(secret);
        Fingerprint = Convert.ToHexStringLower(Digest("fingerprint of the key")[..8]);
    }

    /// <summary>Tells two keys apart without telling anything about them. It can't be the hash of an address, which has an @ in it.</summary>
    internal string Fingerprint { get; }

    /// <summary>HMAC-SHA-256 over the UTF-8 of <paramref name="value"/>.</summary>
    internal byte[] Digest(string value) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(value));

    public override string ToString() => Fingerprint;
}
