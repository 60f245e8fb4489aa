using Feedback.Local.Services;

namespace Feedback.Tests.Local;

public sealed class LocalAwsFaultTests : IAsyncLifetime
{
    private const AwsOperation Sending = AwsOperation.PutConfigurationSetSendingOptions;

    private LocalAws aws = null!;
    private AwsRequests requests = null!;

    public async Task InitializeAsync()
    {
        aws = await LocalAws.StartAsync();
        aws.Ses.AddConfigurationSet("news");
        requests = new AwsRequests(aws.Endpoint);
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task Faults_ToldInOrder_ArePlayedInOrder()
    {
        aws.Faults.Throttle(Sending, 2);
        aws.Faults.Fail(Sending, 1);
        aws.Faults.Deny(Sending, 1);

        var statuses = new List<int>();
        for (var call = 0; call < 5; call++)
            statuses.Add((int)(await requests.SendingAsync("news", enabled: false)).StatusCode);

        statuses.ShouldBe([429, 429, 500, 403, 200]);
        aws.SesCalls.Select(call => call.StatusGiven).ShouldBe(statuses);
        aws.SesCalls.Count(call => call.Applied).ShouldBe(1);
    }

    [Fact]
    public async Task Throttle_UntilCleared_GoesOnAndSaysItTheSesWay()
    {
        aws.Faults.Throttle(Sending);
        await requests.SendingAsync("news", enabled: false);
        var second = await requests.SendingAsync("news", enabled: false);
        second.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["TooManyRequestsException"]);
        aws.Ses.IsSending("news").ShouldBeTrue();

        aws.Faults.Clear(Sending);
        await requests.SendingAsync("news", enabled: false);
        aws.Ses.IsSending("news").ShouldBeFalse();
    }

    [Fact]
    public async Task Lie_AnswersWellAndChangesNothing()
    {
        aws.Faults.Lie(Sending, 1);
        ((int)(await requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(200);
        aws.Ses.IsSending("news").ShouldBeTrue();
        aws.SesCalls.ShouldHaveSingleItem().Applied.ShouldBeFalse();
    }

    [Fact]
    public async Task LimitRate_SecondCallInThePeriod_IsThrottled()
    {
        aws.Faults.LimitRate(Sending, 1, TimeSpan.FromHours(1));
        ((int)(await requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(200);
        ((int)(await requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(429);
        ((int)(await requests.GetAsync("/v2/email/configuration-sets/news")).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task Hang_CallerGivesUp_NothingIsAppliedAndTheCallIsUnanswered()
    {
        aws.Faults.Hang(Sending, TimeSpan.FromMinutes(5), 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() => requests.SendingAsync("news", enabled: false, patience.Token));

        while (aws.Calls is [])
            await Task.Delay(5);
        aws.SesCalls[0].StatusGiven.ShouldBe(0);
        aws.Ses.IsSending("news").ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_ThrottledAndDenied_AreErrorsInXml()
    {
        aws.Faults.Deny(AwsOperation.Publish, 1);
        var response = await requests.FormAsync(("Action", "Publish"), ("TopicArn", "x"), ("Message", "m"));
        ((int)response.StatusCode).ShouldBe(403);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<Code>AuthorizationError</Code>");
    }

    [Fact]
    public async Task AfterApply_RunsWhenTheStateHasChangedAndTheCallerKnowsNothing()
    {
        var unanswered = new TaskCompletionSource<bool>();
        var answer = new TaskCompletionSource();
        aws.AfterApply = async _ =>
        {
            unanswered.SetResult(aws.Ses.IsSending("news"));
            await answer.Task;
        };

        var sending = requests.SendingAsync("news", enabled: false);
        (await unanswered.Task).ShouldBeFalse();
        sending.IsCompleted.ShouldBeFalse();

        answer.SetResult();
        await sending;
    }
}
