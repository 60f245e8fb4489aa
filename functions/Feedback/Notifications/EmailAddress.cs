namespace Feedback.Notifications;

/// <summary>
/// An email address in its canonical spelling: no display name, no angle brackets, lower case, domain in IDNA ASCII.
/// Formats as its hash, so that a log line or an alert can't reveal it by accident; <see cref="Value"/> has the address itself.
/// </summary>
internal readonly record struct EmailAddress
{
    private EmailAddress(string value, string? spelling) => (Value, Spelling) = (value, spelling);

    public string Value { get; }

    /// <summary>The address as it was written, without a display name; null if that is <see cref="Value"/>. No part of its identity.</summary>
    public string? Spelling { get; }

    /// <summary>The hash under which the address is stored and logged, keyed if the deployment has a key.</summary>
    public string Hash => RecipientHash.Of(Value);

    public string Domain => Value[(Value.LastIndexOf('@') + 1)..];

    /// <summary>True for the addresses of SES's mailbox simulator (<c>bounce@</c>, <c>ooto+label@</c>, …), which SES excludes from its own rates.</summary>
    public bool IsMailboxSimulator => Value.EndsWith("@simulator.amazonses.com", StringComparison.Ordinal);

    /// <param name="text">The address as SES writes it, possibly with a display name, in upper case or with an internationalised domain.</param>
    /// <param name="address">The canonical address.</param>
    /// <param name="problem">What is wrong, without quoting <paramref name="text"/>; empty on success.</param>
    public static bool TryParse(string text, out EmailAddress address, out string problem)
    {
        problem = AddressSpelling.Canonicalise(text, out var value, out var spelling);
        address = problem.Length == 0 ? new EmailAddress(value, spelling) : default;
        return problem.Length == 0;
    }

    public bool Equals(EmailAddress other) => Value == other.Value;

    public override int GetHashCode() => Value is null ? 0 : Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value is null ? string.Empty : Hash;
}
