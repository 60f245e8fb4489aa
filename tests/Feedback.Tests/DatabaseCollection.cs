namespace Feedback.Tests;

/// <summary>Tests of this collection share one embedded database; each takes tables of its own.</summary>
[CollectionDefinition(Name)]
public sealed class DatabaseCollection : ICollectionFixture<DatabaseFixture>
{
    public const string Name = "database";
}
