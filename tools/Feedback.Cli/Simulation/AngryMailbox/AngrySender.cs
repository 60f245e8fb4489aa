using System.Globalization;

namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>A set that sends evenly, and whose mail meets an angry mailbox, or many.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="PerDay">Messages a day.</param>
/// <param name="HardShare">The probability of a hard bounce while nothing is wrong.</param>
/// <param name="ComplaintShare">The probability of a complaint about a delivered message while nothing is wrong.</param>
internal sealed record AngrySender(string Name, AngryKind Kind, double PerDay, double HardShare, double ComplaintShare) : ISendingPattern
{
    private const string Domain = "company.example";
    private const int Complaints = 12;

    /// <summary>Few enough to stay below 4 % of the representative volume, together with the other bounces of the set.</summary>
    private const int Bounces = 16;

    private static readonly TimeSpan ComplaintsFrom = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromHours(3);
    private static readonly TimeSpan BouncesFrom = TimeSpan.FromHours(36);
    private static readonly TimeSpan BetweenBounces = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BadFrom = TimeSpan.FromHours(36);

    public bool IsBad => Kind >= AngryKind.ManyComplain;

    public string? OnlyDomain =>
        Kind is AngryKind.OneMailboxOfTheOnlyDomainComplains or AngryKind.ManyOfTheOnlyDomainComplain or AngryKind.ManyOfTheOnlyDomainBounce ? Domain : null;

    public double PerMinute(DateTimeOffset time) => PerDay / (24 * 60);

    public double Hard(DateTimeOffset time) => Kind switch
    {
        AngryKind.ManyBounce or AngryKind.ManyOfTheOnlyDomainBounce when IsBadAt(time) => 0.12,
        AngryKind.OneDomainBounces => 0,
        _ => HardShare,
    };

    public double Complaint(DateTimeOffset time) => Kind switch
    {
        AngryKind.ManyComplain or AngryKind.ManyOfTheOnlyDomainComplain when IsBadAt(time) => 0.04,
        AngryKind.OneMailboxComplainsUnderManyAddresses or AngryKind.OneDomainComplains => 0,
        _ => ComplaintShare,
    };

    public IEnumerable<CertainMessage> Certain(DateTimeOffset time)
    {
        var since = time - AngryOptions.Start;
        return Kind switch
        {
            AngryKind.OneMailboxComplains or AngryKind.OneMailboxOfTheOnlyDomainComplains => Complaint(since, _ => "kim"),
            AngryKind.OneMailboxComplainsUnderManyAddresses => Complaint(since, number => $"kim+{number}"),
            AngryKind.OneDomainComplains => Complaint(since, number => $"clerk-{number}"),
            AngryKind.OneMailboxBounces => Bounce(since, _ => "kim"),
            AngryKind.OneDomainBounces => Bounce(since, number => $"clerk-{number}"),
            _ => [],
        };
    }

    private static bool IsBadAt(DateTimeOffset time) => time >= AngryOptions.Start + BadFrom;

    private static IEnumerable<CertainMessage> Complaint(TimeSpan since, Func<string, string> mailbox) =>
        At(since - ComplaintsFrom, BetweenComplaints, Complaints, mailbox, MessageFate.Complained);

    private static IEnumerable<CertainMessage> Bounce(TimeSpan since, Func<string, string> mailbox) =>
        At(since - BouncesFrom, BetweenBounces, Bounces, mailbox, MessageFate.HardBounced);

    private static IEnumerable<CertainMessage> At(TimeSpan since, TimeSpan between, int count, Func<string, string> mailbox, MessageFate fate) =>
        since >= TimeSpan.Zero && since < between * count && since.Ticks % between.Ticks == 0
            ? [new CertainMessage($"{mailbox((since / between).ToString(CultureInfo.InvariantCulture))}@{Domain}", fate)]
            : [];
}
