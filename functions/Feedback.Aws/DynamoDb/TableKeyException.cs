namespace Feedback.Aws.DynamoDb;

/// <summary>The ledger's recipient hashes were made with another key than this process has: it would find nothing, and count everything again.</summary>
/// <param name="table">The reputation table, which says it.</param>
/// <param name="made">The fingerprint of the key that made them; null if they have no key.</param>
/// <param name="own">The fingerprint of the process's key; null if it has none.</param>
internal sealed class TableKeyException(string table, string? made, string? own) : InvalidOperationException(
    $"The recipient hashes of table {table} were made {Name(made)}, and this process has {Own(own)}. Nothing was read or counted. "
    + "Give it the key that made them (FEEDBACK_RECIPIENT_HASH_KEY), or deploy a new stack; see \"Keyed recipient hashes\" in docs/configuration.md.")
{
    private static string Name(string? made) => made is null ? "without a key" : $"with the key {made}";

    private static string Own(string? own) => own is null ? "none" : $"the key {own}";
}
