using Amazon.SimpleEmailV2.Model;
using Feedback.Acting;
using Feedback.Aws.Ses;
using Feedback.Configuration;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;
using Feedback.Reputation;
using Feedback.Tests.Aws.DynamoDb;

namespace Feedback.Tests.Aws.Ses;

[Collection(DatabaseCollection.Name)]
public sealed class SesSendingApiTests(DatabaseFixture database) : IAsyncLifetime
{
    private const AwsOperation Get = AwsOperation.GetConfigurationSet;
    private const AwsOperation Put = AwsOperation.PutConfigurationSetSendingOptions;

    private static readonly ReputationEntity News = ReputationEntity.ConfigurationSet("news");

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private StoreBench _bench = null!;
    private LocalAws _aws = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "ses");
        _aws = await LocalAws.StartAsync();
        _aws.Ses.AddConfigurationSet("news");
        _aws.Ses.AddConfigurationSet("paused", sendingEnabled: false);
    }

    public async Task DisposeAsync()
    {
        await _aws.DisposeAsync();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("news", true)]
    [InlineData("paused", false)]
    [InlineData("gone", null)]
    public async Task IsEnabledAsync_ASet_IsWhatSesSays(string set, bool? expected) =>
        (await IsEnabledAsync(Api(), ReputationEntity.ConfigurationSet(set))).ShouldBe(expected);

    [Fact]
    public async Task IsEnabledAsync_TheAccount_IsWhatSesSays()
    {
        (await IsEnabledAsync(Api(), ReputationEntity.Account)).ShouldBe(true);
        _aws.Ses.SendingEnabled = false;
        (await IsEnabledAsync(Api(), ReputationEntity.Account)).ShouldBe(false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SetEnabledAsync_ASet_ChangesThatSet(bool enabled)
    {
        var set = enabled ? "paused" : "news";

        await Api().SetEnabledAsync(ReputationEntity.ConfigurationSet(set), enabled, CancellationToken.None);

        var call = _aws.SesCalls.ShouldHaveSingleItem();
        (call.Operation, call.Name, call.Enabled).ShouldBe((Put, set, enabled));
        _aws.Ses.IsSending(set).ShouldBe(enabled);
    }

    [Fact]
    public async Task SetEnabledAsync_TheAccount_ChangesNoSet()
    {
        await Api().SetEnabledAsync(ReputationEntity.Account, enabled: false, CancellationToken.None);

        _aws.Ses.SendingEnabled.ShouldBeFalse();
        _aws.SesCalls.ShouldHaveSingleItem().Operation.ShouldBe(AwsOperation.PutAccountSendingAttributes);
    }

    [Fact]
    public async Task SetEnabledAsync_NoSuchSet_IsFalse() =>
        (await Api().SetEnabledAsync(ReputationEntity.ConfigurationSet("gone"), enabled: false, CancellationToken.None)).ShouldBeFalse();

    [Fact]
    public async Task SetEnabledAsync_ThrottledTwice_TakesATurnForEachCall()
    {
        _aws.Faults.Throttle(Put, calls: 2);

        await Api().SetEnabledAsync(News, enabled: false, CancellationToken.None);

        _aws.SesCalls.Select(call => call.StatusGiven).ShouldBe([429, 429, 200]);
        _aws.Ses.IsSending("news").ShouldBeFalse();
        _bench.Wire.Operations.Count(operation => operation == "PutItem").ShouldBe(3);
    }

    [Fact]
    public async Task IsEnabledAsync_ThrottledTwice_TakesATurnForEachCall()
    {
        _aws.Faults.Throttle(Get, calls: 2);

        (await IsEnabledAsync(Api(), News)).ShouldBe(true);
        _bench.Wire.Operations.Count(operation => operation == "PutItem").ShouldBe(3);
    }

    [Fact]
    public async Task SetEnabledAsync_ManySetsWhileSesThrottlesSome_RepeatsOnlyTheThrottledCalls()
    {
        var sets = Enumerable.Range(0, 8).Select(number => $"set-{number}").ToList();
        sets.ForEach(set => _aws.Ses.AddConfigurationSet(set));
        _aws.Faults.Throttle(Put, calls: 3);

        await Task.WhenAll(sets.Select(set => Api().SetEnabledAsync(ReputationEntity.ConfigurationSet(set), enabled: false, CancellationToken.None)));

        sets.Count(_aws.Ses.IsSending).ShouldBe(0);
        _aws.SesCalls.Count.ShouldBe(8 + 3);
    }

    [Fact]
    public async Task BothCalls_FailingOnce_AreMadeAgain()
    {
        _aws.Faults.Fail(Get, calls: 1, status: 503);
        _aws.Faults.Fail(Put, calls: 1);

        (await IsEnabledAsync(Api(), News)).ShouldBe(true);
        (await Api().SetEnabledAsync(News, enabled: false, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task BothCalls_ThrottledForGood_Fail()
    {
        _aws.Faults.Throttle(Get);
        _aws.Faults.Throttle(Put);

        await ShouldFailAsync(Api(), nameof(TooManyRequestsException));
        _aws.Calls.Count(call => call.Operation is Get or Put).ShouldBe(2 * SesRateLimiter.MaximumAttempts);
    }

    [Fact]
    public async Task BothCalls_Denied_Fail()
    {
        _aws.Faults.Deny(Get);
        _aws.Faults.Deny(Put);

        await ShouldFailAsync(Api(), "not authorized");
        _aws.Calls.Count(call => call.Operation is Get or Put).ShouldBe(2);
    }

    [Fact]
    public async Task BothCalls_ServerErrors_Fail()
    {
        _aws.Faults.Fail(Get);
        _aws.Faults.Fail(Put);

        await ShouldFailAsync(Api(), "could not be processed");
    }

    [Fact]
    public async Task BothCalls_NoAnswerInTime_Fail()
    {
        _aws.Faults.Hang(Get, TimeSpan.FromMinutes(5));
        _aws.Faults.Hang(Put, TimeSpan.FromMinutes(5));

        await ShouldFailAsync(Api(timeout: TimeSpan.FromMilliseconds(200)), "SES: ");
    }

    [Fact]
    public async Task BothCalls_NoServerListening_Fail()
    {
        var api = Api();
        await _aws.DisposeAsync();

        await ShouldFailAsync(api, "SES: ");
    }

    [Fact]
    public async Task SetEnabledAsync_NoTurnToBeHad_Fails()
    {
        var settings = _bench.Settings with { ReputationTable = "nowhere" };
        var api = new SesSendingApi(OneAccount.Of(_aws.SesClient()), new SesRateLimiter(_bench.Dynamo, settings, TimeProvider.System));

        (await Should.ThrowAsync<SendingApiException>(() => api.SetEnabledAsync(News, enabled: false, CancellationToken.None)))
            .Message.ShouldStartWith("DynamoDB, for a turn to call SES: ResourceNotFoundException");
    }

    [Fact]
    public async Task SetEnabledAsync_CancelledWhileItWaitsForAnotherTurn_IsCancelled()
    {
        _aws.Faults.Throttle(Put);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var settings = _bench.Settings with { SesInterval = TimeSpan.FromMinutes(1) };
        var api = new SesSendingApi(OneAccount.Of(_aws.SesClient()), new SesRateLimiter(_bench.Dynamo, settings, TimeProvider.System));

        await Should.ThrowAsync<OperationCanceledException>(() => api.SetEnabledAsync(News, enabled: false, patience.Token));
        _aws.SesCalls.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task BothCalls_CancelledByUs_AreCancelledAndNoFailureOfSes()
    {
        _aws.Faults.Hang(Get, TimeSpan.FromMinutes(5));
        _aws.Faults.Hang(Put, TimeSpan.FromMinutes(5));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => Api().IsEnabledAsync(News, patience.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => Api().SetEnabledAsync(News, enabled: false, patience.Token));
        _aws.Ses.IsSending("news").ShouldBeTrue();
    }

    private static async Task ShouldFailAsync(SesSendingApi api, string why)
    {
        (await Should.ThrowAsync<SendingApiException>(() => IsEnabledAsync(api, News))).Message.ShouldContain(why);
        (await Should.ThrowAsync<SendingApiException>(() => api.SetEnabledAsync(News, enabled: false, CancellationToken.None))).Message.ShouldContain(why);
    }

    private static Task<bool?> IsEnabledAsync(SesSendingApi api, ReputationEntity entity) => api.IsEnabledAsync(entity, CancellationToken.None);

    private SesSendingApi Api(TimeSpan? timeout = null) => new(
        OneAccount.Of(_aws.SesClient(timeout: timeout)),
        new SesRateLimiter(_bench.Dynamo, _bench.Settings with { SesInterval = Interval }, TimeProvider.System));
}
