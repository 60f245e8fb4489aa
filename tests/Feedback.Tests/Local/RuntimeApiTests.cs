using System.Globalization;
using Feedback.Local.Lambda;

namespace Feedback.Tests.Local;

public sealed class RuntimeApiTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:lambda:eu-west-1:123456789012:function:Bounce";
    private static readonly HttpClient Http = new();
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private RuntimeApi _api = null!;

    private Uri Root => new($"http://{_api.Address}/2018-06-01/runtime/");

    public async Task InitializeAsync() => _api = await RuntimeApi.StartAsync(Arn);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task InvokeAsync_FunctionResponds_GivesTheResponse()
    {
        var loop = new RuntimeLoop(Http, Root).OneAsync(payload => Task.FromResult($"[{payload}]"));
        var invocation = await _api.InvokeAsync("""{"n":1}""", Minute);
        await loop;

        (invocation.ResponseJson, invocation.Error).ShouldBe(("""[{"n":1}]""", null));
        _api.Ready.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task InvokeAsync_FunctionThrows_GivesItsError()
    {
        var loop = new RuntimeLoop(Http, Root).OneAsync(_ => throw new InvalidOperationException("no"));
        var invocation = await _api.InvokeAsync("{}", Minute);
        await loop;

        invocation.ResponseJson.ShouldBeNull();
        (invocation.Error!.ErrorType, invocation.Error.ErrorMessage).ShouldBe(("InvalidOperationException", "no"));
    }

    [Fact]
    public async Task Next_Headers_AreLambdas()
    {
        var before = TimeProvider.System.GetUtcNow();
        var invoking = _api.InvokeAsync("{}", Minute);
        using var next = await Http.GetAsync(new Uri(Root, "invocation/next"));

        Header("Lambda-Runtime-Invoked-Function-Arn").ShouldBe(Arn);
        Header("Lambda-Runtime-Trace-Id").ShouldMatch("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=0$");
        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Header("Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture));
        (deadline - before).ShouldBe(Minute, TimeSpan.FromSeconds(5));

        await new RuntimeLoop(Http, Root).PostAsync($"invocation/{Header("Lambda-Runtime-Aws-Request-Id")}/response", "null");
        (await invoking).ResponseJson.ShouldBe("null");

        string Header(string name) => next.Headers.GetValues(name).Single();
    }

    [Fact]
    public async Task InvokeAsync_NoAnswerInTime_TimesOutAndTheLateAnswerIsRefused()
    {
        // Asks before there is an invocation, with time for a busy machine: an invocation that isn't taken in time is never handed out.
        var asking = Http.GetAsync(new Uri(Root, "invocation/next"));
        var invoking = _api.InvokeAsync("{}", TimeSpan.FromSeconds(2));
        using var next = await asking;
        (await invoking).TimedOut.ShouldBeTrue();

        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        (await new RuntimeLoop(Http, Root).PostAsync($"invocation/{id}/response", "{}")).ShouldBe(400);
    }

    [Fact]
    public async Task InvokeAsync_NoRuntimeAskedInTime_IsNotHandedOutLater()
    {
        (await _api.InvokeAsync("""{"n":1}""", TimeSpan.FromMilliseconds(20))).TimedOut.ShouldBeTrue();

        var invoking = _api.InvokeAsync("""{"n":2}""", Minute);
        await new RuntimeLoop(Http, Root).OneAsync(Task.FromResult);
        (await invoking).ResponseJson.ShouldBe("""{"n":2}""");
    }

    [Fact]
    public async Task InitError_Reported_IsKept()
    {
        await new RuntimeLoop(Http, Root).PostAsync("init/error", """{"errorType":"T","errorMessage":"M"}""");
        var error = await _api.InitError;
        (error.ErrorType, error.ErrorMessage).ShouldBe(("T", "M"));
    }
}
