using System.Diagnostics.CodeAnalysis;

namespace Feedback.Reputation;

/// <summary>An account in one Region that is not the stack's own, whose mail this stack watches too. SES judges each such pair by itself.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">The Region that sends, such as <c>eu-west-1</c>.</param>
internal readonly record struct MemberAccount(string AccountId, string Region)
{
    private const int AccountIdLength = 12;

    internal static bool TryCreate(string accountId, string region, [NotNullWhen(true)] out MemberAccount? member)
    {
        var isValid = accountId.Length == AccountIdLength && accountId.All(char.IsAsciiDigit) && IsRegion(region);
        member = isValid ? new MemberAccount(accountId, region) : null;
        return isValid;
    }

    /// <summary>A text of another form never becomes part of a key, of an ARN or of the host that is called.</summary>
    internal static bool IsRegion(string? text) =>
        text is { Length: > 0 and <= 32 } && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>The middle of the keys and names of its entities: <c>210987654321/eu-west-1</c>.</summary>
    public override string ToString() => $"{AccountId}/{Region}";
}
