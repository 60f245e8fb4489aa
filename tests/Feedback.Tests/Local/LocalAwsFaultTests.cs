using Feedback.Local.Services;

namespace Feedback.Tests.Local;

public sealed class LocalAwsFaultTests : IAsyncLifetime
{
    private const AwsOperation Sending = AwsOperation.PutConfigurationSetSendingOptions;

    private LocalAws _aws = null!;
    private AwsRequests _requests = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync();
        _aws.Ses.AddConfigurationSet("news");
        _requests = new AwsRequests(_aws.Endpoint);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task Faults_ToldInOrder_ArePlayedInOrder()
    {
        _aws.Faults.Throttle(Sending, 2);
        _aws.Faults.Fail(Sending, 1);
        _aws.Faults.Deny(Sending, 1);

        var statuses = new List<int>();
        for (var call = 0; call < 5; call++)
        {
            statuses.Add((int)(await _requests.SendingAsync("news", enabled: false)).StatusCode);
        }

        statuses.ShouldBe([429, 429, 500, 403, 200]);
        _aws.SesCalls.Select(call => call.StatusGiven).ShouldBe(statuses);
        _aws.SesCalls.Count(call => call.Applied).ShouldBe(1);
    }

    [Fact]
    public async Task Throttle_UntilCleared_GoesOnAndSaysItTheSesWay()
    {
        _aws.Faults.Throttle(Sending);
        await _requests.SendingAsync("news", enabled: false);
        var second = await _requests.SendingAsync("news", enabled: false);
        second.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["TooManyRequestsException"]);
        _aws.Ses.IsSending("news").ShouldBeTrue();

        _aws.Faults.Clear(Sending);
        await _requests.SendingAsync("news", enabled: false);
        _aws.Ses.IsSending("news").ShouldBeFalse();
    }

    [Fact]
    public async Task Lie_AnswersWellAndChangesNothing()
    {
        _aws.Faults.Lie(Sending, 1);
        ((int)(await _requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(200);
        _aws.Ses.IsSending("news").ShouldBeTrue();
        _aws.SesCalls.ShouldHaveSingleItem().Applied.ShouldBeFalse();
    }

    [Fact]
    public async Task LimitRate_SecondCallInThePeriod_IsThrottled()
    {
        _aws.Faults.LimitRate(Sending, 1, TimeSpan.FromHours(1));
        ((int)(await _requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(200);
        ((int)(await _requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(429);
        ((int)(await _requests.GetAsync("/v2/email/configuration-sets/news")).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task Hang_CallerGivesUp_NothingIsAppliedAndTheCallIsUnanswered()
    {
        _aws.Faults.Hang(Sending, TimeSpan.FromMinutes(5), 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() => _requests.SendingAsync("news", enabled: false, patience.Token));

        while (_aws.Calls is [])
        {
            await Task.Delay(5);
        }

        _aws.SesCalls[0].StatusGiven.ShouldBe(0);
        _aws.Ses.IsSending("news").ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_ThrottledAndDenied_AreErrorsInXml()
    {
        _aws.Faults.Deny(AwsOperation.Publish, 1);
        var response = await _requests.FormAsync(("Action", "Publish"), ("TopicArn", "x"), ("Message", "m"));
        ((int)response.StatusCode).ShouldBe(403);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<Code>AuthorizationError</Code>");
    }

    [Fact]
    public async Task AfterApply_RunsWhenTheStateHasChangedAndTheCallerKnowsNothing()
    {
        var unanswered = new TaskCompletionSource<bool>();
        var answer = new TaskCompletionSource();
        _aws.AfterApply = async _ =>
        {
            unanswered.SetResult(_aws.Ses.IsSending("news"));
            await answer.Task;
        };

        var sending = _requests.SendingAsync("news", enabled: false);
        (await unanswered.Task).ShouldBeFalse();
        sending.IsCompleted.ShouldBeFalse();

        answer.SetResult();
        await sending;
    }
}
