namespace Feedback.Local.Services.Ses;

/// <param name="Name">The configuration set or the identity it is about; null for the account and for lists.</param>
/// <param name="Enabled">What a call that switches sending asked for; null for the others.</param>
internal sealed record SesCall(AwsOperation Operation, string Method, string Path, string? Name, bool? Enabled) : AwsCall(Operation)
{
    /// <summary>Where a page of a list starts, and how long it may be.</summary>
    public (string? NextToken, int Size) Page { get; init; }
}
