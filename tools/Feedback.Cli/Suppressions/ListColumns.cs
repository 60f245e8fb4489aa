namespace Feedback.Cli.Suppressions;

/// <summary>Where a list has what, found by the names of its columns.</summary>
/// <param name="Source">The program that wrote it; "list" for any other.</param>
internal sealed record ListColumns(string Source, int Address, int? Reason, int? Time, int? Status, IReadOnlyDictionary<string, int> All)
{
    /// <summary>A list that Feedback exported, line by line.</summary>
    public const string Feedback = "Feedback";

    /// <summary>Subscribers, of whom only the blocklisted are suppressed.</summary>
    public const string Listmonk = "listmonk";

    private static readonly string[] Addresses = ["emailaddress", "email", "address", "recipient"];
    private static readonly string[] Reasons = ["suppressionreason", "reason", "error", "type"];
    private static readonly string[] Times = ["createdat", "created", "lastupdatetime", "lastupdate", "date", "timestamp"];

    /// <summary>The columns by which an export is recognised, the most particular first.</summary>
    private static readonly (string Source, string[] Columns)[] Sources =
    [
        (Feedback, ["address", "scope", "reason", "firstat", "author"]),
        (Listmonk, ["uuid", "email", "status"]),
        ("Postmark", ["emailaddress", "suppressionreason"]),
        ("SES", ["emailaddress", "reason"]),
        ("SendGrid", ["email", "created"]),
        ("Mailgun", ["address", "createdat"]),
    ];

    /// <summary>Two columns without names, as SES's bulk import takes them.</summary>
    public static ListColumns WithoutHeader { get; } = new("list", 0, 1, null, null, new Dictionary<string, int>());

    /// <summary>Returns null if no column has addresses.</summary>
    public static ListColumns? Of(IEnumerable<string> header)
    {
        var all = header.Select((name, index) => (Name: Canonical(name), index)).DistinctBy(column => column.Name).ToDictionary(c => c.Name, c => c.index);
        return First(Addresses) is { } address
            ? new ListColumns(
                Sources.FirstOrDefault(source => source.Columns.All(all.ContainsKey)).Source ?? "list",
                address,
                First(Reasons),
                First(Times),
                all.TryGetValue("status", out var status) ? status : null,
                all)
            : null;

        int? First(string[] names) => names.Where(all.ContainsKey).Select(name => (int?)all[name]).FirstOrDefault();
    }

    /// <summary>Without case, spaces and punctuation: <c>Email Address</c>, <c>email_address</c> and <c>EmailAddress</c> are one name.</summary>
    internal static string Canonical(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
