namespace Feedback.Reputation;

/// <summary>Whose reputation a counter speaks of: one configuration set, the mail no set could be named for, or the whole account.</summary>
/// <param name="Key">The partition key of the entity's items in the reputation table.</param>
internal readonly record struct ReputationEntity(string Key)
{
    private const string SetPrefix = "set/";

    /// <summary>All mail of this account and Region.</summary>
    internal static ReputationEntity Account { get; } = new("account");

    /// <summary>Mail of this account whose feedback names no configuration set: it alerts, and there is nothing to pause.</summary>
    internal static ReputationEntity Unattributed { get; } = new("unattributed");

    internal static ReputationEntity ConfigurationSet(string name) => new(SetPrefix + name);

    /// <summary>The configuration set's name as SES knows it, or null for the other entities.</summary>
    internal string? ConfigurationSetName =>
        Key.StartsWith(SetPrefix, StringComparison.Ordinal) ? Key[SetPrefix.Length..] : null;

    /// <summary>What people call it: the set's name, "account" or "unattributed".</summary>
    internal string Name => ConfigurationSetName ?? Key;

    /// <summary>What people type for it on the command line: its name, or its key for a set that is called like another entity.</summary>
    internal string CommandName =>
        ConfigurationSetName is { } set && (set == Account.Key || set == Unattributed.Key) ? Key : Name;

    public override string ToString() => Key;
}
