namespace Feedback.Cli.Output;

/// <summary>
/// A line on standard error that is written over again and again, and is gone when the work is done. Shows nothing where standard error is no
/// terminal.
/// </summary>
internal sealed class StatusLine(bool isShown, TimeProvider time)
{
    private const string Erase = "\r\e[K";

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

    private long? _shownAt;
    private bool _isThere;

    public bool IsShown => isShown;

    /// <summary>Shows the text, unless another one was shown a moment ago and this one can wait.</summary>
    public void Show(bool atOnce, Func<string> text)
    {
        if (isShown && (atOnce || _shownAt is not { } last || time.GetElapsedTime(last) >= Least))
        {
            Streams.Error.Write(Erase + text());
            (_shownAt, _isThere) = (time.GetTimestamp(), true);
        }
    }

    /// <summary>Makes room for other output.</summary>
    public void Clear()
    {
        if (_isThere)
        {
            Streams.Error.Write(Erase);
            _isThere = false;
        }
    }
}
