using Feedback.Local.Services;

namespace Feedback.Tests.Local;

public sealed class LocalAwsFaultTests : LocalAwsTest
{
    private const AwsOperation Sending = AwsOperation.PutConfigurationSetSendingOptions;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Aws.Ses.AddConfigurationSet("news");
    }

    [Fact]
    public async Task Faults_ToldInOrder_ArePlayedInOrder()
    {
        Aws.Faults.Throttle(Sending, 2);
        Aws.Faults.Fail(Sending, 1);
        Aws.Faults.Deny(Sending, 1);

        var statuses = new List<int>();
        for (var call = 0; call < 5; call++)
        {
            statuses.Add((int)(await Requests.SendingAsync("news", enabled: false)).StatusCode);
        }

        statuses.ShouldBe([429, 429, 500, 403, 200]);
        Aws.SesCalls.Select(call => call.StatusGiven).ShouldBe(statuses);
        Aws.SesCalls.Count(call => call.Applied).ShouldBe(1);
    }

    [Fact]
    public async Task Throttle_UntilCleared_GoesOnAndSaysItTheSesWay()
    {
        Aws.Faults.Throttle(Sending);
        await Requests.SendingAsync("news", enabled: false);
        var second = await Requests.SendingAsync("news", enabled: false);
        second.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["TooManyRequestsException"]);
        Aws.Ses.IsSending("news").ShouldBeTrue();

        Aws.Faults.Clear(Sending);
        await Requests.SendingAsync("news", enabled: false);
        Aws.Ses.IsSending("news").ShouldBeFalse();
    }

    [Fact]
    public async Task Lie_AnswersWellAndChangesNothing()
    {
        Aws.Faults.Lie(Sending, 1);
        ((int)(await Requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(200);
        Aws.Ses.IsSending("news").ShouldBeTrue();
        Aws.SesCalls.ShouldHaveSingleItem().Applied.ShouldBeFalse();
    }

    [Fact]
    public async Task LimitRate_SecondCallInThePeriod_IsThrottled()
    {
        Aws.Faults.LimitRate(Sending, 1, TimeSpan.FromHours(1));
        ((int)(await Requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(200);
        ((int)(await Requests.SendingAsync("news", enabled: false)).StatusCode).ShouldBe(429);
        ((int)(await Requests.GetAsync("/v2/email/configuration-sets/news")).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task Hang_CallerGivesUp_NothingIsAppliedAndTheCallIsUnanswered()
    {
        Aws.Faults.Hang(Sending, TimeSpan.FromMinutes(5), 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() => Requests.SendingAsync("news", enabled: false, patience.Token));

        while (Aws.Calls is [])
        {
            await Task.Delay(5);
        }

        Aws.SesCalls[0].StatusGiven.ShouldBe(0);
        Aws.Ses.IsSending("news").ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_ThrottledAndDenied_AreErrorsInXml()
    {
        Aws.Faults.Deny(AwsOperation.Publish, 1);
        var response = await Requests.FormAsync(("Action", "Publish"), ("TopicArn", "x"), ("Message", "m"));
        ((int)response.StatusCode).ShouldBe(403);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<Code>AuthorizationError</Code>");
    }

    [Fact]
    public async Task AfterApply_RunsWhenTheStateHasChangedAndTheCallerKnowsNothing()
    {
        var unanswered = new TaskCompletionSource<bool>();
        var answer = new TaskCompletionSource();
        Aws.AfterApply = async _ =>
        {
            unanswered.SetResult(Aws.Ses.IsSending("news"));
            await answer.Task;
        };

        var sending = Requests.SendingAsync("news", enabled: false);
        (await unanswered.Task).ShouldBeFalse();
        sending.IsCompleted.ShouldBeFalse();

        answer.SetResult();
        await sending;
    }
}
