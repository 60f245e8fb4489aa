namespace Feedback.Tests.Architecture;

/// <summary>
/// The order of the folders of <c>functions/Feedback</c>. A folder may use those of earlier lines and itself, none of its own line. A folder
/// inside one that is listed belongs to it, unless it is listed too. A type outside of all folders stands under its own name.
/// </summary>
internal static class FolderOrder
{
    internal const string Root = "Feedback";

    internal static readonly IReadOnlyList<IReadOnlyList<string>> Core =
    [
        ["Backoff", "Log"],
        ["Inbound.Mime", "Notifications"],
        ["Reputation"],
        ["Configuration", "Deciding.Lag", "Outcomes"],
        ["Deciding", "Suppression"],
        ["Alerts", "Recording"],
        ["Acting"],
        ["Alarms", "Announcing", "Mirroring", "Operating", "Processing", "Reporting"],
        ["Inbound"],
        ["FeedbackServices"],
    ];

    internal static IReadOnlyList<string> Violations(IEnumerable<TypeUse> uses, IReadOnlyList<IReadOnlyList<string>> order)
    {
        return [.. uses.Where(use => use.From.IsIn(Root) && use.To.IsIn(Root)).Where(IsWrong).Select(use => use.ToString())];

        bool IsWrong(TypeUse use)
        {
            var (from, to) = (Folder(use.From, order), Folder(use.To, order));
            return from is null || to is null || (from != to && Line(to) >= Line(from));
        }

        int Line(string folder) => order.TakeWhile(line => !line.Contains(folder, StringComparer.Ordinal)).Count();
    }

    /// <summary>The listed folder that a type belongs to.</summary>
    internal static string? Folder(TypeName type, IReadOnlyList<IReadOnlyList<string>> order)
    {
        var place = type.Namespace == Root ? type.Name : type.Namespace[(Root.Length + 1)..];
        return order
            .SelectMany(line => line)
            .Where(folder => place == folder || place.StartsWith(folder + ".", StringComparison.Ordinal))
            .MaxBy(folder => folder.Length);
    }
}
