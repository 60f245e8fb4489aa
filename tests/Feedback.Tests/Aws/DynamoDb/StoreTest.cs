using Feedback.Reputation;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>The stores over new tables for each test. The parameters are those of <see cref="StoreBench.CreateAsync"/>.</summary>
[Collection(DatabaseCollection.Name)]
public abstract class StoreTest(DatabaseFixture database, string prefix, int retries = 4) : IAsyncLifetime
{
    private StoreBench? _bench;

    private protected static ReputationEntity News { get; } = ReputationEntity.ConfigurationSet("news");

    private protected StoreBench Bench => _bench ?? throw new InvalidOperationException("The test has not been initialized.");

    public virtual async Task InitializeAsync() => _bench = await StoreBench.CreateAsync(database, prefix, retries);

    public Task DisposeAsync()
    {
        Bench.Dispose();
        return Task.CompletedTask;
    }
}
