using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Says what could not be checked, and which permission is missing.</summary>
internal sealed class UnreadCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp) => setUp.Unread.GroupBy(unread => (unread.Permission, unread.Denied)).Select(part => new Finding(
        Severity.Warning,
        "unchecked",
        part.Count() == 1 ? part.First().On : $"{part.First().On} and {part.Count() - 1} more",
        part.Key.Denied ? $"Could not be checked: your AWS login lacks {part.Key.Permission}." : $"Could not be checked: {part.First().Why}",
        "What it would show is not known.",
        part.Key.Denied
            ? $"Allow your login {part.Key.Permission}, then run feedback doctor again."
            : "Run feedback doctor again. If it stays so, check the Region and the endpoint."));
}
