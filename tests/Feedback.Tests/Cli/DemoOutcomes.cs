using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Feedback.Cli.Demo;
using Feedback.Cli.Observing;
using Feedback.Cli.Replay;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Cli.Status;
using Feedback.Deciding;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Feedback.Local.Services.Sns;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

/// <summary>A small demo in which everything is as it must be, for tests to break one thing of it.</summary>
internal static class DemoOutcomes
{
    internal static readonly Sender Healthy = new("healthy", 400, 0.01m, 0);
    internal static readonly Sender Bad = new("bad", 400, 0.1m, 0.02m);

    private static readonly SimulatedMail Mail = SimulatedMail.OfTheLastHour([Healthy, Bad], 1, new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.Zero));

    internal static DemoOutcome Good()
    {
        var seen = new Snapshot(
            new StoredItems(Items()),
            [Status(Healthy.ConfigurationSet)],
            [Pause(Bad.ConfigurationSet)],
            [Bad.ConfigurationSet],
            [Mailed("Paused", "bad"), Mailed("Critical", "account")]);
        var events = new[] { Replayed("events/bounce/one.json", failed: 0), Replayed("events/bad/one.json", failed: 1) };
        return new DemoOutcome(Mail, Healthy, Bad, events, new BatchReport(900, 899, 1, 0), [], seen, new BatchReport(903, 901, 1, 1), seen, []);
    }

    internal static DemoOutcome Seeing(Func<Snapshot, Snapshot> change) => Good() with { Before = change(Good().Before), After = change(Good().After) };

    internal static IReadOnlyList<StoredItem> Items()
    {
        var (healthy, bad) = (Mail.Expected(Healthy).Counts, Mail.Expected(Bad).Counts);
        return
        [
            Counter("set/healthy", healthy),
            Counter("set/bad", bad),
            Counter("account", healthy + bad),
            .. Mail.Senders.SelectMany(sender => Mail.Expected(sender).Suppressed).Select(entry => Suppressed(entry.Key, [.. entry.Value])),
        ];
    }

    internal static StoredItem Counter(string entity, Counts counts) => Item($"reputation {entity}", new()
    {
        ["Entity"] = new() { S = entity },
        ["Entry"] = new() { S = "COUNT#2026-11-18T09#0" },
        ["A2"] = Number(counts.Attempts),
        ["D2"] = Number(counts.Deliveries),
        ["H2"] = Number(counts.HardBounces),
        ["S2"] = Number(counts.SoftBounces),
        ["C2"] = Number(counts.Complaints),
    });

    internal static StoredItem Suppressed(string address, params string[] reasons) => Item($"suppression {address}", new()
    {
        ["Address"] = new() { S = address },
        ["Scopes"] = new() { M = new() { ["*"] = new() { M = reasons.ToDictionary(reason => reason, _ => new AttributeValue { M = [] }) } } },
    });

    internal static SesCall Pause(string set, bool enabled = false) =>
        new(AwsOperation.PutConfigurationSetSendingOptions, "PUT", $"/v2/email/configuration-sets/{set}/sending", set, enabled) { Applied = true };

    internal static PublishedMail Mailed(string kind, string about) =>
        new("topic", $"{kind}: {about}", "text", MessageStructure: null, new Dictionary<string, string> { ["kind"] = kind, ["entity"] = about })
        {
            Applied = true,
        };

    internal static EntityStatus Status(string set, Level level = Level.Normal)
    {
        var state = EntityState.New(ReputationEntity.ConfigurationSet(set)) with { Level = level };
        return new EntityStatus(state, Policy.Default, new Assessment(level, level, default, []));
    }

    internal static ReplayedFile Replayed(string file, int failed) => new(file, ["BounceFunction"], new BatchReport(3, 3 - failed, 0, failed));

    private static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static StoredItem Item(string key, Dictionary<string, AttributeValue> attributes) => new(key, ItemText.Of(attributes), attributes);
}
