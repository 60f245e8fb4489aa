using Feedback.Aws.Ses;
using Feedback.Local.Services;
using Feedback.Tests.Aws.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Aws.Ses;

[Collection(DatabaseCollection.Name)]
public sealed class SesIdentityDirectoryTests(DatabaseFixture database) : IAsyncLifetime
{
    private const AwsOperation Get = AwsOperation.GetEmailIdentity;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly TestClock _clock = new(Samples.Noon);

    private StoreBench _bench = null!;
    private LocalAws _aws = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "identities", retries: 0);
        _aws = await LocalAws.StartAsync();
        _aws.Ses.AddIdentity("example.com", "news");
        _aws.Ses.AddIdentity("jane@example.com");
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("example.com", "news")]
    [InlineData("jane@example.com", null)]
    [InlineData("nowhere.example", null)]
    public async Task AskAsync_AnIdentity_IsKnownToEveryProcessForAQuarterOfAnHour(string identity, string? set)
    {
        (await AskAsync(Process(), identity)).ShouldBe(set);

        var another = Process();
        _clock.Advance(SesIdentityDirectory.KeptFor - TimeSpan.FromTicks(1));
        (await KnownAsync(another, identity)).ShouldBe([KeyValuePair.Create(identity, set)]);
        (await KnownAsync(another, identity)).ShouldBe([KeyValuePair.Create(identity, set)]);
        _bench.Wire.Operations.Count(operation => operation == "BatchGetItem").ShouldBe(1);

        _clock.Advance(TimeSpan.FromTicks(1));
        (await KnownAsync(another, identity)).ShouldBeEmpty();
        (await KnownAsync(Process(), identity)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AskAsync_SesFails_IsUnknownForAMinuteToThisProcessOnly()
    {
        _aws.Faults.Fail(Get, calls: 1);
        var directory = Process();

        (await AskAsync(directory, "example.com")).ShouldBeNull();
        (await KnownAsync(Process(), "example.com")).ShouldBeEmpty();
        _clock.Advance(SesIdentityDirectory.FailureKeptFor - TimeSpan.FromTicks(1));
        (await KnownAsync(directory, "example.com")).ShouldBe([KeyValuePair.Create("example.com", (string?)null)]);
        _clock.Advance(TimeSpan.FromTicks(1));
        (await KnownAsync(directory, "example.com")).ShouldBeEmpty();
        (await AskAsync(directory, "example.com")).ShouldBe("news");
    }

    [Fact]
    public async Task AskAsync_TheAnswerCannotBeKept_IsAnAnswerAllTheSame()
    {
        _bench.Wire.Answer("PutItem", DynamoErrors.Of("com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"));
        var directory = Process();
        await RateLimiter().WaitAsync("AnotherOperation", CancellationToken.None);

        (await AskAsync(directory, "example.com")).ShouldBe("news");
    }

    [Fact]
    public async Task AskAsync_NoCallSlotInTime_DoesNotAskSes()
    {
        var directory = Process();
        await AskAsync(directory, "example.com");

        (await directory.AskAsync("jane@example.com", TimeSpan.FromMilliseconds(500), CancellationToken.None)).ShouldBeNull();

        _aws.Calls.Count.ShouldBe(1);
        (await KnownAsync(directory, "jane@example.com")).ShouldBeEmpty();
    }

    private static Task<string?> AskAsync(SesIdentityDirectory directory, string identity) =>
        directory.AskAsync(identity, Patience, CancellationToken.None);

    private static async Task<IEnumerable<KeyValuePair<string, string?>>> KnownAsync(SesIdentityDirectory directory, string identity) =>
        await directory.KnownAsync([identity], CancellationToken.None);

    private SesRateLimiter RateLimiter() => new(_bench.Dynamo, _bench.Settings, _clock);

    /// <summary>A directory as a process of its own has it.</summary>
    private SesIdentityDirectory Process() => new(
        _aws.SesClient(), new IdentityCache(_bench.Dynamo, _bench.Settings, _clock), RateLimiter(), _clock, NullLogger<SesIdentityDirectory>.Instance);
}
