using System.Text.Json.Nodes;

namespace Feedback.Local.Services.Ses;

/// <summary>An address on the account's suppression list.</summary>
/// <param name="EmailAddress">As it was put there: SES keeps the case, and finds an address by the exact spelling only.</param>
/// <param name="Reason"><c>BOUNCE</c> or <c>COMPLAINT</c>.</param>
internal sealed record SuppressedAddress(string EmailAddress, string Reason)
{
    public DateTimeOffset LastUpdateTime { get; init; }

    public bool IsValid => EmailAddress.Contains('@', StringComparison.Ordinal) && Reason is ("BOUNCE" or "COMPLAINT");

    public static SuppressedAddress Read(JsonNode? body) =>
        new((string?)body?[nameof(EmailAddress)] ?? string.Empty, (string?)body?[nameof(Reason)] ?? string.Empty);

    public JsonObject Json() => new()
    {
        [nameof(EmailAddress)] = EmailAddress,
        [nameof(Reason)] = Reason,
        [nameof(LastUpdateTime)] = LastUpdateTime.ToUnixTimeMilliseconds() / 1_000m,
    };
}
