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
        var state = Former(cells[9], Who(cells[7]));
        var tallies = WindowTally.Sum(policy.Windows, Counters(cells), World.Noon, countFrom: null);
        state = state with { Tallies = tallies };
        var assessment = Assessment.Of(policy, tallies, state.AssessedFrom);

        var decision = Decider.Decide(state, policy, assessment, progress: null, World.Noon);
        if (decision is Decision.AskHoldProgress)
        {
            decision = Decider.Decide(state, policy, assessment, new HoldProgress(World.Noon, new DeliveryLag(Number(cells[6]), 0), tallies), World.Noon);
        }

        var next = decision switch
        {
            Decision.Move move => move.Next,
            Decision.Remember remember => remember.Next,
            _ => state,
        };
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

    private static EntityState Former(string former, ReputationEntity entity) => EntityState.New(entity) with
    {
        Version = 7,
        Level = Enum.TryParse<Level>(former, out var level) ? level : Level.Critical,
        Hold = former == "Held" ? new Hold(World.Noon, World.Noon, default, default, Told: true) : null,
        Sending = Enum.TryParse<SendingStatus>(former, out var sending) ? sending : SendingStatus.Enabled,
    };

    private static string Action(Decision decision) => decision switch
    {
        Decision.Move { Next.Sending: SendingStatus.Pausing } => "Pause",
        Decision.Move move => move.Next.Alert!.Kind.ToString(),
        Decision.Remember { Next.Held: true } => "Hold",
        _ => "Nothing",
    };

    private static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
}
