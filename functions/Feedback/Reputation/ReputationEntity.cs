namespace Feedback.Reputation;

/// <summary>What has a reputation: a configuration set, the mail whose feedback names no set, or the whole account.</summary>
/// <param name="Key">The partition key of the entity's items in the reputation table.</param>
internal readonly record struct ReputationEntity(string Key)
{
    private const string SetPrefix = "set/";

    /// <summary>All mail of this account and Region.</summary>
    internal static ReputationEntity Account { get; } = new("account");

    /// <summary>Mail of this account whose feedback names no configuration set. It can raise alerts, but can't be paused.</summary>
    internal static ReputationEntity Unattributed { get; } = new("unattributed");

    internal static ReputationEntity ConfigurationSet(string name) => new(SetPrefix + name);

    /// <summary>The configuration set's name in SES; null for the other entities.</summary>
    internal string? ConfigurationSetName =>
        Key.StartsWith(SetPrefix, StringComparison.Ordinal) ? Key[SetPrefix.Length..] : null;

    /// <summary>The name in mails and tables: the set's name, "account" or "unattributed".</summary>
    internal string Name => ConfigurationSetName ?? Key;

    /// <summary>The name on the command line: <see cref="Name"/>, or the key of a set that has the name of another entity.</summary>
    internal string CommandName =>
        ConfigurationSetName is { } set && (set == Account.Key || set == Unattributed.Key) ? Key : Name;

    public override string ToString() => Key;
}
