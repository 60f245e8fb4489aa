namespace Feedback.Reputation;

/// <summary>
/// What has a reputation: a configuration set, the mail whose feedback names no set, or a whole account in one Region. The key names account
/// and Region only where they are not the stack's own: <c>set/marketing</c>, but <c>set/210987654321/eu-west-1/marketing</c>. The name of a set
/// never has a slash.
/// </summary>
/// <param name="Key">The partition key of the entity's items in the reputation table.</param>
internal readonly record struct ReputationEntity(string Key)
{
    private const string SetPrefix = "set/";
    private const string AccountKey = "account";
    private const string UnattributedKey = "unattributed";

    /// <summary>All mail of the stack's own account and Region.</summary>
    internal static ReputationEntity Account { get; } = new(AccountKey);

    /// <summary>
    /// Mail of the stack's own account whose feedback names no configuration set. It can raise alerts, but can't be paused.
    /// </summary>
    internal static ReputationEntity Unattributed { get; } = new(UnattributedKey);

    internal static ReputationEntity ConfigurationSet(string name) => ConfigurationSet(name, member: null);

    /// <param name="name">The name of the set in SES.</param>
    /// <param name="member">The account and Region of the set; null for the stack's own.</param>
    internal static ReputationEntity ConfigurationSet(string name, MemberAccount? member) =>
        new(member is { } of ? $"{SetPrefix}{of}/{name}" : SetPrefix + name);

    /// <summary>All mail of an account and Region; null for the stack's own.</summary>
    internal static ReputationEntity AccountOf(MemberAccount? member) => member is { } of ? new($"{AccountKey}/{of}") : Account;

    /// <summary>Mail of an account and Region whose feedback names no configuration set; null for the stack's own.</summary>
    internal static ReputationEntity UnattributedOf(MemberAccount? member) => member is { } of ? new($"{UnattributedKey}/{of}") : Unattributed;

    /// <summary>The account and Region of the entity; null for the stack's own.</summary>
    internal MemberAccount? Member => Key.Split('/') is [_, var account, var region, ..] ? new MemberAccount(account, region) : null;

    /// <summary>The configuration set's name in SES; null for the other entities.</summary>
    internal string? ConfigurationSetName =>
        Key.StartsWith(SetPrefix, StringComparison.Ordinal) ? Key[(Key.LastIndexOf('/') + 1)..] : null;

    /// <summary>Whether the entity is all mail of an account, the stack's own or another.</summary>
    internal bool IsAccount => IsOf(AccountKey);

    /// <summary>The name without account and Region: the set's name, "account" or "unattributed".</summary>
    internal string ShortName => ConfigurationSetName ?? (IsAccount ? AccountKey : IsOf(UnattributedKey) ? UnattributedKey : Key);

    /// <summary>The name in mails and tables: "marketing", "account", "unattributed", or with the account and Region in front of it.</summary>
    internal string Name => Member is { } member ? $"{member}/{ShortName}" : ShortName;

    /// <summary>The name on the command line: <see cref="Name"/>, or the key of a set that has the name of another entity.</summary>
    internal string CommandName => ConfigurationSetName is AccountKey or UnattributedKey ? Key : Name;

    public override string ToString() => Key;

    private bool IsOf(string kind) => Key.StartsWith(kind, StringComparison.Ordinal) && (Key.Length == kind.Length || Key[kind.Length] == '/');
}
