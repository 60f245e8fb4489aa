using System.Globalization;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

public sealed class DecisionTableTests
{
    public static TheoryData<string> Rows => [.. DecisionTable.Rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decide_ARowOfTheTable_DoesWhatItSays(string row)
    {
        var cells = row.Split(["|", "->"], StringSplitOptions.TrimEntries);
        var policy = Policy.Default with { Mode = Enum.Parse<Mode>(cells[8]) };
        var state = Former(cells[9], Who(cells[7]), Number(cells[6]));
        var tallies = WindowTally.Sum(policy.Windows, Counters(cells), World.Noon, countFrom: null);
        var assessment = Assessment.Of(policy, tallies, state.Level);

        var decision = Decider.Decide(state, policy, assessment, lag: null, World.Noon);
        if (decision is Decision.AskDeliveryLag)
        {
            decision = Decider.Decide(state, policy, assessment, Waiting(cells[6], tallies), World.Noon);
        }

        var next = decision is Decision.Move move ? move.Next : state;
        $"{next.Level} | {Action(decision)}".ShouldBe($"{cells[10]} | {cells[11]}");
    }

    private static List<(Bucket Bucket, Tally Tally)> Counters(string[] cells)
    {
        var (attempts, deliveries, bounces) = (Number(cells[0]), Number(cells[1]), Number(cells[2]));
        return
        [
            (Aged(cells[4]), new Tally(attempts, deliveries, bounces, attempts - deliveries - bounces, Number(cells[3]))),
            (Aged("7d"), new Tally(Number(cells[5]), Number(cells[5]), 0, 0, 0)),
        ];
    }

    private static Bucket Aged(string window) => Bucket.Of(World.Noon - window switch
    {
        "1h" => TimeSpan.FromMinutes(30),
        "24h" => TimeSpan.FromHours(12),
        _ => TimeSpan.FromDays(3),
    });

    private static ReputationEntity Who(string name) => name switch
    {
        "account" => ReputationEntity.Account,
        "unattributed" => ReputationEntity.Unattributed,
        _ => World.Set,
    };

    private static EntityState Former(string former, ReputationEntity entity, long waiting) => EntityState.New(entity) with
    {
        Version = 7,
        Level = Enum.TryParse<Level>(former, out var level) ? level : Level.Critical,
        Hold = former == "Held" ? new LagSnapshot(World.Noon, waiting, Recorded: 0) : null,
        Sending = Enum.TryParse<SendingStatus>(former, out var sending) ? sending : SendingStatus.Enabled,
    };

    /// <summary>Of what waited when a hold began nothing has been counted since.</summary>
    private static DeliveryLag Waiting(string backlog, IReadOnlyList<WindowTally> tallies) =>
        new(new LagSnapshot(World.Noon, Number(backlog), Recorded: 0), tallies, SinceHold: null);

    private static string Action(Decision decision) => decision switch
    {
        Decision.Move { Next.Sending: SendingStatus.Pausing } => "Pause",
        Decision.Move move => move.Next.Alert!.Kind.ToString(),
        _ => "Nothing",
    };

    private static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
}
