using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging.Abstractions;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class PolicyStoreTests(DatabaseFixture database) : StoreTest(database, "policies")
{
    private static long _entries;

    private readonly TestClock _clock = new(Noon);

    private PolicyStore _policies = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _policies = NewStore();
    }

    [Fact]
    public async Task GetAsync_NoPolicyOfItsOwn_IsTheDeployments() => ShouldSay(await GetAsync(), Policy.Default);

    [Fact]
    public async Task GetAsync_PolicyOfItsOwn_OverridesWhatItSays()
    {
        await ReplaceAsync(("MODE", "Observe"), ("BOUNCE_CRITICAL_PERCENT", "6"));

        ShouldSay(
            await GetAsync(),
            Policy.Default with { Mode = Mode.Observe, Bounce = Policy.Default.Bounce with { Critical = 0.06m } });
        (await _policies.OverridesAsync(News, CancellationToken.None)).ShouldBe(
            new Dictionary<string, string> { ["MODE"] = "Observe", ["BOUNCE_CRITICAL_PERCENT"] = "6" }, ignoreOrder: true);
    }

    /// <summary>A pause would silence the mail that tells of it.</summary>
    [Fact]
    public async Task GetAsync_SetOfTheDigest_IsNeverEnforced()
    {
        await ReplaceAsync(("MODE", "Enforce"), ("BOUNCE_CRITICAL_PERCENT", "6"));
        var settings = Bench.Settings with { Digest = new DigestSettings(["team@example.com"], "feedback@example.com", "news") };
        var policies = new PolicyStore(Bench.Dynamo, settings, _clock, NullLogger<PolicyStore>.Instance);

        var policy = await policies.GetAsync(News, CancellationToken.None);

        (policy.Mode, policy.Bounce.Critical).ShouldBe((Mode.Observe, 0.06m));
        (await policies.GetAsync(ReputationEntity.ConfigurationSet("other"), CancellationToken.None)).Mode.ShouldBe(Mode.Enforce);
    }

    [Fact]
    public async Task GetAsync_EveryNameAPolicyMayHave_IsAccepted()
    {
        await ReplaceAsync(
            ("MODE", "Off"),
            ("WINDOWS", "15m,2d"),
            ("BOUNCE_WARNING_PERCENT", "1"),
            ("BOUNCE_CRITICAL_PERCENT", "3"),
            ("MINIMUM_BOUNCES", "6"),
            ("COMPLAINT_WARNING_PERCENT", "0.01"),
            ("COMPLAINT_CRITICAL_PERCENT", "0.02"),
            ("MINIMUM_COMPLAINTS", "4"),
            ("BOUNCE_REPRESENTATIVE_VOLUME", "500"),
            ("COMPLAINT_REPRESENTATIVE_VOLUME", "5000"),
            ("COMPLAINT_SCOPE", "ConfigurationSet"),
            ("ALARM_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:team"));

        var overrides = await _policies.OverridesAsync(News, CancellationToken.None);
        overrides.Keys.ShouldBe(PolicyReader.Names, ignoreOrder: true);
        var policy = await GetAsync();
        policy.Mode.ShouldBe(Mode.Off);
        policy.AlarmTopicArn.ShouldBe("arn:aws:sns:eu-west-1:123456789012:team");
    }

    [Fact]
    public async Task GetAsync_ChangedElsewhere_IsSeenAfterAMinute()
    {
        await GetAsync();
        await ReplaceAsync(NewStore(), ("MODE", "Off"));

        _clock.Advance(PolicyStore.KeptFor - TimeSpan.FromTicks(1));
        (await GetAsync()).Mode.ShouldBe(Mode.Enforce);
        _clock.Advance(TimeSpan.FromTicks(1));
        (await GetAsync()).Mode.ShouldBe(Mode.Off);
    }

    [Fact]
    public async Task GetAsync_ChangedHere_IsSeenAtOnce()
    {
        await GetAsync();
        await ReplaceAsync(("MODE", "Off"));

        (await GetAsync()).Mode.ShouldBe(Mode.Off);
    }

    [Fact]
    public async Task GetAsync_AskedAgain_AsksTheTableOnce()
    {
        await GetAsync();
        await GetAsync();

        Bench.Wire.Operations.ShouldBe(["GetItem"]);
    }

    [Theory]
    [InlineData("BOUNCE_CRITICAL_PERCENT", "1")] // below the warning
    [InlineData("COLOUR", "red")]
    public async Task GetAsync_ItemBrokenByHand_IsTheDeployments(string name, string value)
    {
        await PutAsync(name, new AttributeValue { S = value });

        ShouldSay(await GetAsync(), Policy.Default);
    }

    [Fact]
    public async Task GetAsync_ModeThatCannotBeRead_NeverPauses()
    {
        await PutAsync("MODE", new AttributeValue { S = "Sometimes" });

        (await GetAsync()).Mode.ShouldBe(Mode.Observe);
    }

    [Fact]
    public async Task GetAsync_ThresholdsNoLongerFitTheDeployment_KeepsTheModeAndWhatIsValid()
    {
        await ReplaceAsync(("MODE", "Observe"), ("BOUNCE_WARNING_PERCENT", "3"), ("MINIMUM_BOUNCES", "50"));
        var changed = Policy.Default with { Bounce = Policy.Default.Bounce with { Critical = 0.03m } };
        var store = new PolicyStore(Bench.Dynamo, Bench.Settings with { Policy = changed }, _clock, NullLogger<PolicyStore>.Instance);

        var policy = await store.GetAsync(News, CancellationToken.None);

        policy.Mode.ShouldBe(Mode.Observe);
        policy.Bounce.ShouldBe(changed.Bounce with { MinimumEvents = 50 });
    }

    [Fact]
    public async Task GetAsync_NumberWrittenByHand_IsRead()
    {
        await PutAsync("MINIMUM_BOUNCES", new AttributeValue { N = "50" });

        (await GetAsync()).Bounce.MinimumEvents.ShouldBe(50);
    }

    [Fact]
    public async Task ReplaceAsync_NotValid_NamesTheProblemsAndWritesNothing()
    {
        await ReplaceAsync(("MODE", "Off"));

        var refused = await Should.ThrowAsync<SettingsException>(() => ReplaceAsync(("MODE", "Sometimes"), ("MINIMUM_BOUNCES", "0")));

        refused.Problems.Count.ShouldBe(2);
        (await GetAsync()).Mode.ShouldBe(Mode.Off);
    }

    [Fact]
    public async Task ReplaceAsync_Nothing_RemovesThePolicy()
    {
        await ReplaceAsync(("MODE", "Off"));

        await ReplaceAsync();

        ShouldSay(await GetAsync(), Policy.Default);
        (await _policies.OverridesAsync(News, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReplaceAsync_FewerNames_ForgetsTheOthers()
    {
        await ReplaceAsync(("MODE", "Off"), ("MINIMUM_BOUNCES", "50"));
        await ReplaceAsync(("MINIMUM_BOUNCES", "50"));

        (await GetAsync()).Mode.ShouldBe(Mode.Enforce);
    }

    [Theory]
    [InlineData("MODE=Off", "MODE=Observe")] // changed
    [InlineData("", "MODE=Observe")] // added
    [InlineData("MODE=Off", "")] // removed
    [InlineData("MODE=Off", "MODE=Off,MINIMUM_BOUNCES=50")] // another part
    public async Task TryReplaceAsync_AnotherOperatorWasFaster_WritesNothing(string read, string since)
    {
        await ReplaceAsync(Parts(read));
        var before = await _policies.OverridesAsync(News, CancellationToken.None);
        await ReplaceAsync(NewStore(), Parts(since));
        var history = await HistoryAsync();

        (await TryReplaceAsync(_policies, before, ("WINDOWS", "1h"))).ShouldBeFalse();
        (await TryReplaceAsync(_policies, before)).ShouldBeFalse();

        (await _policies.OverridesAsync(News, CancellationToken.None)).ShouldBe(Parts(since).ToDictionary(o => o.Name, o => o.Value), ignoreOrder: true);
        (await HistoryAsync()).Count.ShouldBe(history.Count);
    }

    [Fact]
    public async Task TryReplaceAsync_EightOperatorsAtOnce_OneIsFirst()
    {
        var before = await _policies.OverridesAsync(News, CancellationToken.None);

        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => TryReplaceAsync(NewStore(), before, ("MINIMUM_BOUNCES", $"{50 + number}"))));

        first.Count(replaced => replaced).ShouldBe(1);
        (await HistoryAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task TryReplaceAsync_NumberWrittenByHand_IsReplaced()
    {
        await PutAsync("MINIMUM_BOUNCES", new AttributeValue { N = "50" });

        await ReplaceAsync(("MODE", "Off"));

        (await GetAsync()).Bounce.MinimumEvents.ShouldBe(Policy.Default.Bounce.MinimumEvents);
    }

    /// <summary>Each at another time, and so another item.</summary>
    private static HistoryEntry Entry =>
        new(News, Noon.AddTicks(Interlocked.Increment(ref _entries)), 0, "PolicySet", "Normal", "Enabled", Actor.Operator("ann"), "MODE=Off");

    private static (string Name, string Value)[] Parts(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Select(part => (part[0], part[1]))];

    private Task<IReadOnlyList<HistoryEntry>> HistoryAsync() => Bench.States.HistoryAsync(News, 100, CancellationToken.None);

    /// <summary>Records compare lists by reference.</summary>
    private static void ShouldSay(Policy policy, Policy expected)
    {
        policy.Windows.ShouldBe(expected.Windows);
        (policy with { Windows = expected.Windows }).ShouldBe(expected);
    }

    private PolicyStore NewStore() => new(Bench.Dynamo, Bench.Settings, _clock, NullLogger<PolicyStore>.Instance);

    private Task<Policy> GetAsync() => _policies.GetAsync(News, CancellationToken.None);

    private Task ReplaceAsync(params (string Name, string Value)[] overrides) => ReplaceAsync(_policies, overrides);

    private static async Task ReplaceAsync(PolicyStore store, params (string Name, string Value)[] overrides) =>
        (await TryReplaceAsync(store, await store.OverridesAsync(News, CancellationToken.None), overrides)).ShouldBeTrue();

    private static Task<bool> TryReplaceAsync(
        PolicyStore store, IReadOnlyDictionary<string, string> before, params (string Name, string Value)[] overrides) => store.TryReplaceAsync(
        News, before, overrides.ToDictionary(o => o.Name, o => o.Value), Entry, CancellationToken.None);

    private Task PutAsync(string name, AttributeValue value)
    {
        var item = ReputationKeys.Policy(News);
        item[name] = value;
        return Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.ReputationTable, Item = item });
    }
}
