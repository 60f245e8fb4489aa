using System.Security.Cryptography;
using System.Text;
using Feedback.Notifications;

namespace Feedback.Tests.Notifications;

public sealed class RecipientHashTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static readonly RecipientHashKey Key = new(Secret);

    [Fact]
    public void Of_WithAKey_IsHalfOfTheHmacOfTheAddress()
    {
        var hmac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes("jane@example.com"));

        RecipientHash.Of("jane@example.com", Key).ShouldBe(Convert.ToHexStringLower(hmac)[..32]);
    }

    [Fact]
    public void Of_WithAKey_IsNoHashThatAListOfAddressesGives()
    {
        var keyed = RecipientHash.Of("jane@example.com", Key);

        keyed.ShouldNotBe(RecipientHash.Of("jane@example.com", key: null));
        keyed.ShouldNotBe(RecipientHash.Of("jane@example.com", new RecipientHashKey(Secret + "0")));
    }

    [Fact]
    public void Fingerprint_OfTwoKeys_DiffersAndTellsNothingOfThem()
    {
        Key.Fingerprint.ShouldBe(new RecipientHashKey(Secret).Fingerprint);
        Key.Fingerprint.ShouldNotBe(new RecipientHashKey(Secret + "0").Fingerprint);
        Key.ToString().ShouldBe(Key.Fingerprint);
        Key.Fingerprint.Length.ShouldBe(16);
    }

    [Fact]
    public void RecipientHashKey_ShortSecret_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RecipientHashKey(Secret[1..]));
}
