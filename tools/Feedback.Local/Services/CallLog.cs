namespace Feedback.Local.Services;

/// <summary>All calls, in the order in which they were applied.</summary>
internal sealed class CallLog
{
    private readonly List<AwsCall> _calls = [];

    public void Add(AwsCall call)
    {
        lock (_calls)
        {
            _calls.Add(call);
        }
    }

    public IReadOnlyList<AwsCall> All()
    {
        lock (_calls)
        {
            return [.. _calls];
        }
    }

    public void Clear()
    {
        lock (_calls)
        {
            _calls.Clear();
        }
    }
}
