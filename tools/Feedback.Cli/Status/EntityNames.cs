using Feedback.Cli.Composition;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Cli.Status;

/// <summary>
/// Reads an entity as it is typed: a set's name, <c>account</c> or <c>unattributed</c>, with ACCOUNT-ID/REGION/ in front of it where that is
/// not the stack's own; <c>set/account</c> is a set of that name.
/// </summary>
internal static class EntityNames
{
    private const string Set = "set/";

    /// <exception cref="UsageException">The name has slashes, but no account id and Region.</exception>
    public static ReputationEntity Read(string name, Deployment own)
    {
        var isSet = name.StartsWith(Set, StringComparison.Ordinal);
        var typed = isSet ? name[Set.Length..] : name;
        switch (typed.Split('/'))
        {
            case [var one]:
                return Read(one, isSet, member: null);
            case [var account, var region, var one] when one.Length > 0 && MemberAccount.TryCreate(account, region, out var member):
                return Read(one, isSet, own.Of(member) == own ? null : member);
            default:
                throw new UsageException($"'{name}' names no entity. Write the name of a set, or ACCOUNT-ID/REGION/SET for one of another account or Region.");
        }
    }

    private static ReputationEntity Read(string name, bool isSet, MemberAccount? member)
    {
        if (!isSet && name == ReputationEntity.Account.Name)
        {
            return ReputationEntity.AccountOf(member);
        }

        return !isSet && name == ReputationEntity.Unattributed.Name
            ? ReputationEntity.UnattributedOf(member)
            : ReputationEntity.ConfigurationSet(name, member);
    }
}
