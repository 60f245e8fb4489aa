namespace Feedback.Local.Lambda;

/// <summary>An invocation from the request until its response, error or deadline.</summary>
internal sealed class PendingInvocation(string requestId, string payload, DateTimeOffset deadline)
{
    private readonly TaskCompletionSource<(string? Response, FunctionError? Error)> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId => requestId;

    public string Payload => payload;

    public DateTimeOffset Deadline => deadline;

    public Task<(string? Response, FunctionError? Error)> Completed => _completion.Task;

    public void Respond(string response) => _completion.TrySetResult((response, null));

    public void Fail(FunctionError error) => _completion.TrySetResult((null, error));
}
