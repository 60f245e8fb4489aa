namespace Feedback.Cli.Suppressions;

/// <summary>The summary of a synchronisation as JSON.</summary>
/// <param name="Different">Addresses on which the lists differed.</param>
/// <param name="Mended">Of these, the addresses on which they agree now.</param>
/// <param name="Refused">Addresses that SES's list doesn't take.</param>
/// <param name="Kinds">The differences by kind, such as <c>OnlyInSes</c>.</param>
/// <param name="NotForSes">Addresses of our list that don't belong on SES's, by what keeps them away.</param>
/// <param name="Unreadable">Entries of one of the lists that can't be read.</param>
internal sealed record SyncDocument(
    long Different, long Mended, long Refused, IReadOnlyDictionary<string, long> Kinds, IReadOnlyDictionary<string, long> NotForSes, long Unreadable);
