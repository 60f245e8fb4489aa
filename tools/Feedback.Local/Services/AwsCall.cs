namespace Feedback.Local.Services;

/// <summary>One call as it was received, and what it was answered.</summary>
internal abstract record AwsCall(AwsOperation Operation)
{
    public AwsProtocol Protocol { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The HTTP status given; 0 when the caller went away before it could be.</summary>
    public int StatusGiven { get; init; }

    /// <summary>False for a call that was refused, and for one that was told a lie.</summary>
    public bool Applied { get; init; }
}
