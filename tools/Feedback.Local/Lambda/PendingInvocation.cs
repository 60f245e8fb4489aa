namespace Feedback.Local.Lambda;

/// <summary>An invocation from the moment it is asked for until its response, its error or its deadline.</summary>
internal sealed class PendingInvocation(string requestId, string payload, DateTimeOffset deadline)
{
    private readonly TaskCompletionSource<(string? Response, FunctionError? Error)> completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId => requestId;

    public string Payload => payload;

    public DateTimeOffset Deadline => deadline;

    public Task<(string? Response, FunctionError? Error)> Completed => completion.Task;

    public void Respond(string response) => completion.TrySetResult((response, null));

    public void Fail(FunctionError error) => completion.TrySetResult((null, error));
}
