namespace Feedback.Cli.Suppressions;

/// <summary>What erasing a person changed, as JSON. It doesn't name the address.</summary>
/// <param name="EntryDeleted">Whether the suppression list had an entry.</param>
/// <param name="Outcomes">The outcomes of the ledger from which the domain was taken.</param>
/// <param name="SesAccountList">What became of it on SES's list of the account: <c>Deleted</c>, <c>NotThere</c> or <c>LeftAlone</c>.</param>
/// <param name="Notes">What became of it on SES's lists, and which of them may still hold it.</param>
internal sealed record EraseDocument(bool EntryDeleted, int Outcomes, string SesAccountList, IReadOnlyList<string> Notes);
