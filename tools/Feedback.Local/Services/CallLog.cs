namespace Feedback.Local.Services;

/// <summary>Every call, in the order in which they were applied.</summary>
internal sealed class CallLog
{
    private readonly List<AwsCall> calls = [];

    public void Add(AwsCall call)
    {
        lock (calls)
            calls.Add(call);
    }

    public IReadOnlyList<AwsCall> All()
    {
        lock (calls)
            return [.. calls];
    }

    public void Clear()
    {
        lock (calls)
            calls.Clear();
    }
}
