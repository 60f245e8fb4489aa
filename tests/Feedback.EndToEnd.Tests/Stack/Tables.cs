using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Local;
using Feedback.Local.Templates;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>What the functions left in the tables.</summary>
internal sealed class Tables
{
    private readonly IAmazonDynamoDB _dynamo;
    private readonly Settings _settings;
    private readonly StateStore _states;

    private Tables(IAmazonDynamoDB dynamo, Settings settings)
    {
        _dynamo = dynamo;
        _settings = settings;
        _states = new StateStore(dynamo, settings, TimeProvider.System, NullLogger<StateStore>.Instance);
    }

    internal static Tables Of(LocalDeployment deployment, Template template)
    {
        var variables = template.Function(FunctionId.Bounce, deployment.Settings).Environment;
        return new Tables(deployment.DynamoDb, SettingsReader.Read(variables.GetValueOrDefault));
    }

    internal Task<EntityState> StateAsync(string set) => _states.GetAsync(ReputationEntity.ConfigurationSet(set), CancellationToken.None);

    internal async Task<SendingStatus> SendingAsync(string set) => (await StateAsync(set)).Sending;

    internal Task<Tally> TallyAsync(string set) => TallyAsync(ReputationEntity.ConfigurationSet(set));

    /// <summary>The set's item on the work list, due or not; null if there is none.</summary>
    internal async Task<WorkItem?> WorkAsync(string set)
    {
        var key = ReputationKeys.Work(ReputationEntity.ConfigurationSet(set));
        var found = await _dynamo.GetItemAsync(new GetItemRequest { TableName = _settings.ReputationTable, Key = key, ConsistentRead = true });
        return found.Item is { Count: > 0 } item ? WorkStore.Read(item) : null;
    }

    /// <summary>How the suppression list changed on the day of a time.</summary>
    internal Task<IReadOnlyDictionary<string, long>> ListChangesAsync(DateTimeOffset time) =>
        new SuppressionCounts(_dynamo, _settings, TimeProvider.System).ReadAsync(DateOnly.FromDateTime(time.UtcDateTime), CancellationToken.None);

    /// <summary>All that is counted for an entity, whenever it was sent.</summary>
    internal async Task<Tally> TallyAsync(ReputationEntity entity)
    {
        var merger = new CounterMerger(_dynamo, _settings, TimeProvider.System, NullLogger<CounterMerger>.Instance);
        var store = new CounterStore(_dynamo, _settings, new TableLayout(_dynamo, _settings), merger);
        var counters = await store.ReadAsync(entity, DateTimeOffset.MinValue, CancellationToken.None);
        return counters.Aggregate(Tally.Zero, (sum, counter) => sum + counter.Tally);
    }

    /// <summary>Every counter that isn't zero, shards summed, as lines that can be compared.</summary>
    internal async Task<IReadOnlyList<string>> CountersAsync()
    {
        var items = await ScanAsync(_settings.ReputationTable);
        return items
            .Where(item => item[ReputationKeys.Sort].S.StartsWith(CounterKeys.Prefix, StringComparison.Ordinal))
            .SelectMany(item => CounterItem.Read(item).Select(counter => (Entity: EntityOf(item), counter.Bucket, counter.Tally)))
            .GroupBy(
                counter => string.Create(CultureInfo.InvariantCulture, $"{counter.Entity} {counter.Bucket.Start:yyyy-MM-ddTHH:mm}"),
                counter => counter.Tally)
            .Select(shards => (shards.Key, Tally: shards.Aggregate(Tally.Zero, (sum, shard) => sum + shard)))
            .Where(counter => counter.Tally != Tally.Zero)
            .Select(counter => $"{counter.Key} {counter.Tally}")
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Every suppressed address with its reasons and their causes, as lines that can be compared.</summary>
    internal async Task<IReadOnlyList<string>> SuppressionsAsync()
    {
        var items = await ScanAsync(_settings.SuppressionTable);
        return items.Select(SuppressionItem.Read).Where(entry => !entry.Causes.IsEmpty).Select(Line).Order(StringComparer.Ordinal).ToList();

        static string Line(SuppressionEntry entry) => $"{entry.Address.Value} {string.Join(", ", entry.Causes.Select(c => $"{c.Key}: {c.Value}"))}";
    }

    /// <summary>Why the address is suppressed; nothing where it isn't (any more).</summary>
    internal async Task<IEnumerable<SuppressionReason>> ReasonsAsync(string address)
    {
        var found = await new SuppressionStore(_dynamo, _settings, TimeProvider.System).FindAsync([Address(address)], CancellationToken.None);
        return found.SelectMany(entry => entry.Reasons);
    }

    internal async Task<bool> HasOutcomeAsync(OutcomeKey key)
    {
        var item = await _dynamo.GetItemAsync(new GetItemRequest { TableName = _settings.OutcomesTable, Key = OutcomeKeys.Of(key), ConsistentRead = true });
        return item.Item is { Count: > 0 };
    }

    /// <summary>Gives the set a policy of its own.</summary>
    internal async Task SetPolicyAsync(string set, params (string Name, string Value)[] parts)
    {
        var entity = ReputationEntity.ConfigurationSet(set);
        var store = new PolicyStore(_dynamo, _settings, TimeProvider.System, NullLogger<PolicyStore>.Instance);
        var history = new HistoryEntry(entity, TimeProvider.System.GetUtcNow(), 0, "PolicySet", "Normal", "Enabled", Actor.Operator("test"), "test");
        var before = await store.OverridesAsync(entity, CancellationToken.None);
        var overrides = parts.ToDictionary(part => part.Name, part => part.Value);
        (await store.TryReplaceAsync(entity, before, overrides, history, CancellationToken.None)).ShouldBeTrue();
    }

    internal async Task<int> OutcomesAsync() => (await ScanAsync(_settings.OutcomesTable)).Count;

    /// <summary>
    /// Moves time without waiting for it: the process that made the set's last transition has 60 seconds to finish it, during which no
    /// sweep takes over. This is the state a minute later.
    /// </summary>
    internal Task ExpireLeaseAsync(string set) => SetTimeAsync(set, "LeasedUntil", TimeProvider.System.GetUtcNow().AddSeconds(-1));

    /// <summary>Makes the pause one that was decided so long ago.</summary>
    internal Task AgePauseAsync(string set, TimeSpan age) => SetTimeAsync(set, "PausedAt", TimeProvider.System.GetUtcNow() - age);

    /// <summary>Makes the hold one that began so long ago, and that asks for the deliveries of that time.</summary>
    internal Task AgeHoldAsync(string set, TimeSpan age) => AgeHoldAsync(ReputationEntity.ConfigurationSet(set), age);

    /// <inheritdoc cref="AgeHoldAsync(string, TimeSpan)"/>
    internal async Task AgeHoldAsync(ReputationEntity entity, TimeSpan age)
    {
        await SetTimeAsync(entity, "Hold.At", TimeProvider.System.GetUtcNow() - age);
        await SetTimeAsync(entity, "Hold.Since", TimeProvider.System.GetUtcNow() - age);
    }

    /// <summary>Makes the latest transition one of so long ago.</summary>
    internal Task AgeChangeAsync(string set, TimeSpan age) => SetTimeAsync(set, "ChangedAt", TimeProvider.System.GetUtcNow() - age);

    /// <summary>Makes it so long ago that on-call was told of the pause.</summary>
    internal Task AgeReminderAsync(string set, TimeSpan age) => SetTimeAsync(set, "RemindedAt", TimeProvider.System.GetUtcNow() - age);

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address, out _) ? address : throw new FormatException(text);

    // Not through the store: its writes move the version, and time passing doesn't.
    private Task SetTimeAsync(string set, string attribute, DateTimeOffset time) => SetTimeAsync(ReputationEntity.ConfigurationSet(set), attribute, time);

    private async Task SetTimeAsync(ReputationEntity entity, string attribute, DateTimeOffset time)
    {
        await SetStateTimeAsync(entity, attribute, time);
        await MakeDueAsync(entity);
    }

    /// <summary>Makes the entity's work one that the next sweep does, as if the time until then had passed.</summary>
    internal Task MakeDueAsync(ReputationEntity entity) => _dynamo.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = _settings.ReputationTable,
        Key = ReputationKeys.Work(entity),
        UpdateExpression = "SET DueAt = :past, AbandonedAt = :past, MarkedUntil = :past, #token = if_not_exists(#token, :token)",
        ExpressionAttributeNames = new() { ["#token"] = "Token" },
        ExpressionAttributeValues = new()
        {
            [":past"] = Attributes.Of(TimeProvider.System.GetUtcNow().AddSeconds(-1)),
            [":token"] = Attributes.Of("aged"),
        },
    });

    private Task SetStateTimeAsync(ReputationEntity entity, string attribute, DateTimeOffset time) => _dynamo.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = _settings.ReputationTable,
        Key = ReputationKeys.State(entity),
        UpdateExpression = "SET " + Path(attribute) + " = :time",
        ConditionExpression = "attribute_exists(" + Path(attribute) + ")",
        ExpressionAttributeNames = attribute.Split('.').ToDictionary(name => "#" + name),
        ExpressionAttributeValues = new() { [":time"] = Attributes.Of(time) },
    });

    private static string EntityOf(Dictionary<string, AttributeValue> item) =>
        item[ReputationKeys.Partition].S.StartsWith("account/", StringComparison.Ordinal) ? ReputationEntity.Account.Key : item[ReputationKeys.Partition].S;

    private static string Path(string attribute) => string.Join('.', attribute.Split('.').Select(name => "#" + name));

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ScanAsync(string table)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        var request = new ScanRequest { TableName = table, ConsistentRead = true };
        do
        {
            var page = await _dynamo.ScanAsync(request);
            items.AddRange(page.Items ?? []);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return items;
    }
}
