namespace Feedback.Local.Lambda;

/// <summary>The result of an invocation: the function's response or its error.</summary>
internal sealed record Invocation(string? ResponseJson, FunctionError? Error, TimeSpan Duration)
{
    public const string TimedOutType = "Sandbox.Timedout";

    public bool TimedOut => Error?.ErrorType == TimedOutType;
}
