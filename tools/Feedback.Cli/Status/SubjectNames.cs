using Feedback.Outcomes;

namespace Feedback.Cli.Status;

/// <summary>What people type for a subject: a set's name, <c>account</c> or <c>unattributed</c>; <c>set/account</c> for a set of that name.</summary>
internal static class SubjectNames
{
    private const string Set = "set/";

    public static Subject Read(string name)
    {
        if (name == Subject.Account.Name)
            return Subject.Account;
        if (name == Subject.Unattributed.Name)
            return Subject.Unattributed;
        return Subject.ConfigurationSet(name.StartsWith(Set, StringComparison.Ordinal) ? name[Set.Length..] : name);
    }
}
