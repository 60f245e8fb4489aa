namespace Feedback.Local.Services.Ses;

/// <param name="Name">The configuration set or identity; null for the account and for lists.</param>
/// <param name="Enabled">The value in a call that enables or disables sending; null for other calls.</param>
internal sealed record SesCall(AwsOperation Operation, string Method, string Path, string? Name, bool? Enabled) : AwsCall(Operation)
{
    /// <summary>The destination that is created or updated; of one that is deleted, the name only. Null for other calls.</summary>
    public EventDestination? Destination { get; init; }

    /// <summary>The address that is put on the account's suppression list, looked up there, or taken off; null for other calls.</summary>
    public SuppressedAddress? Suppressed { get; init; }

    /// <summary>The recipients of a mail; empty for other calls.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>What a mail says; null for other calls.</summary>
    public SentMail? Mail { get; init; }

    /// <summary>The start and the maximum length of a page of a list.</summary>
    public (string? NextToken, int Size) Page { get; init; }
}
