using Feedback.Aws.Ses;
using Feedback.Local.Services;
using Feedback.Tests.Aws.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Aws.Ses;

public sealed class SesIdentityDirectoryTests : IAsyncLifetime
{
    private const AwsOperation Get = AwsOperation.GetEmailIdentity;

    private readonly TestClock _clock = new(Samples.Noon);

    private LocalAws _aws = null!;
    private SesIdentityDirectory _directory = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync();
        _aws.Ses.AddIdentity("example.com", "news");
        _aws.Ses.AddIdentity("jane@example.com");
        _directory = new SesIdentityDirectory(_aws.SesClient(), _clock, NullLogger<SesIdentityDirectory>.Instance);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Theory]
    [InlineData("example.com", "news")]
    [InlineData("jane@example.com", null)]
    [InlineData("nowhere.example", null)]
    public async Task DefaultConfigurationSetAsync_AnIdentity_IsWhatSesSaysAndRemembered(string identity, string? set)
    {
        (await AskAsync(identity)).ShouldBe(set);
        _clock.Advance(SesIdentityDirectory.KeptFor - TimeSpan.FromTicks(1));
        (await AskAsync(identity)).ShouldBe(set);
        _aws.Calls.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromTicks(1));
        await AskAsync(identity);
        _aws.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task DefaultConfigurationSetAsync_SesFails_IsUnknownForAMinute()
    {
        _aws.Faults.Fail(Get, calls: 1);

        (await AskAsync("example.com")).ShouldBeNull();
        _clock.Advance(SesIdentityDirectory.FailureKeptFor - TimeSpan.FromTicks(1));
        (await AskAsync("example.com")).ShouldBeNull();
        _clock.Advance(TimeSpan.FromTicks(1));
        (await AskAsync("example.com")).ShouldBe("news");

        _aws.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task DefaultConfigurationSetAsync_CancelledByUs_IsNotRemembered()
    {
        _aws.Faults.Hang(Get, TimeSpan.FromMinutes(5), calls: 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => _directory.DefaultConfigurationSetAsync("example.com", patience.Token));

        (await AskAsync("example.com")).ShouldBe("news");
    }

    private Task<string?> AskAsync(string identity) => _directory.DefaultConfigurationSetAsync(identity, CancellationToken.None);
}
