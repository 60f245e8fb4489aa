namespace Feedback.Local.Services;

/// <summary>What happens to a call instead of, or before, being applied.</summary>
internal sealed class Fault
{
    public static readonly Fault None = new();

    public AwsError? Error { get; init; }

    public TimeSpan Delay { get; init; }

    public bool Lies { get; init; }

    /// <summary>The calls it is still for; null: until cleared.</summary>
    public int? Calls { get; set; }

    public Fault Use()
    {
        Calls--;
        return this;
    }
}
