namespace Feedback.Processing;

/// <summary>The results of the messages of one batch.</summary>
internal sealed class BatchTally
{
    private readonly HashSet<string> _succeeded = [];

    internal int Ignored { get; private set; }

    internal int Unreadable { get; private set; }

    internal void Succeed(string id) => _succeeded.Add(id);

    internal bool Succeeded(string id) => _succeeded.Contains(id);

    internal void Ignore(string id)
    {
        Ignored++;
        Succeed(id);
    }

    internal void Refuse() => Unreadable++;

    /// <summary>Mail of accounts that are not listed: ignored, and told of.</summary>
    internal int Unlisted { get; private set; }

    internal void IgnoreUnlisted(string id)
    {
        Unlisted++;
        Ignore(id);
    }
}
