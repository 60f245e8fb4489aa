using Feedback.Reputation;

namespace Feedback.Cli.Status;

/// <summary>Reads an entity as it is typed: a set's name, <c>account</c> or <c>unattributed</c>; <c>set/account</c> is a set of that name.</summary>
internal static class EntityNames
{
    private const string Set = "set/";

    public static ReputationEntity Read(string name)
    {
        if (name == ReputationEntity.Account.Name)
        {
            return ReputationEntity.Account;
        }

        if (name == ReputationEntity.Unattributed.Name)
        {
            return ReputationEntity.Unattributed;
        }

        return ReputationEntity.ConfigurationSet(name.StartsWith(Set, StringComparison.Ordinal) ? name[Set.Length..] : name);
    }
}
