namespace Feedback.Local.Services;

/// <summary>A call as it was received, and its answer.</summary>
internal abstract record AwsCall(AwsOperation Operation)
{
    public AwsProtocol Protocol { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The HTTP status of the answer; 0 if the caller disconnected first.</summary>
    public int StatusGiven { get; init; }

    /// <summary>False if the call was refused, or answered without being applied.</summary>
    public bool Applied { get; init; }
}
