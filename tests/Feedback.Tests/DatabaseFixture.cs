using Amazon.DynamoDBv2;
using Feedback.Local.Database;
using Feedback.Local.Templates;

namespace Feedback.Tests;

/// <summary>One embedded database for a collection of tests. <c>[Collection(DatabaseCollection.Name)]</c> brings it in.</summary>
public sealed class DatabaseFixture : IAsyncLifetime
{
    private EmbeddedDatabase? _database;
    private AmazonDynamoDBClient? _client;
    private int _tableSets;

    public IAmazonDynamoDB Client => _client ?? throw new InvalidOperationException("The fixture has not been initialized.");

    public Uri Endpoint => _database?.Endpoint ?? throw new InvalidOperationException("The fixture has not been initialized.");

    public async Task InitializeAsync()
    {
        _database = await EmbeddedDatabase.StartAsync();
        _client = _database.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Creates the tables of <c>template.yaml</c> under unique names. Returns the names by logical id.</summary>
    public Task<IReadOnlyDictionary<string, string>> NewTablesAsync(string prefix) => NewTablesAsync(prefix, Template.Load());

    internal Task<IReadOnlyDictionary<string, string>> NewTablesAsync(string prefix, Template template) =>
        template.CreateTablesAsync(Client, new StackSettings { TablePrefix = $"{prefix}-{Interlocked.Increment(ref _tableSets)}-" });
}
