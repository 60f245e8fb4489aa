namespace Feedback.Local.Services;

/// <summary>A fault that happens to a call before it is applied, or instead.</summary>
internal sealed class Fault
{
    public static readonly Fault None = new();

    public AwsError? Error { get; init; }

    public TimeSpan Delay { get; init; }

    public bool Lies { get; init; }

    /// <summary>The number of calls it still applies to; null until cleared.</summary>
    public int? Calls { get; set; }

    public Fault Use()
    {
        Calls--;
        return this;
    }
}
