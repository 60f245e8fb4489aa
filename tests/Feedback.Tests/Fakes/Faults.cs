namespace Feedback.Tests.Fakes;

/// <summary>
/// Every call that a fake takes passes through here: one at a time, so each is atomic. It counts the calls, and fails those it
/// was told to.
/// </summary>
internal sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];
    private readonly Dictionary<string, (int Times, Func<Exception> Error)> _failing = [];
    private (int Call, bool Done)? _crash;
    private bool _dead;

    /// <summary>Lets other callers go between any two calls.</summary>
    internal bool Interleaves { get; set; }

    /// <summary>Runs before a call is taken: hold it there to make others go first.</summary>
    internal Func<string, Task>? Before { get; set; }

    internal IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
            {
                return _calls.ToList();
            }
        }
    }

    internal bool IsDead => _dead;

    internal int CountOf(string call) => Calls.Count(c => c == call);

    /// <summary>The next calls of that name fail, and do nothing.</summary>
    internal void Fail(string call, Func<Exception> error, int times = int.MaxValue) => _failing[call] = (times, error);

    internal void Fail(string call, int times = int.MaxValue) => Fail(call, () => new IOException($"{call} fails."), times);

    internal void Heal(string call) => _failing.Remove(call);

    /// <summary>Dies at the n-th call from the start: before it does anything, or when it has done it and the answer is on its way.</summary>
    internal void CrashAt(int call, bool done) => _crash = (call, done);

    internal void Restart() => (_crash, _dead) = (null, false);

    internal async Task<T> CallAsync<T>(string call, Func<T> effect, CancellationToken cancellationToken)
    {
        if (Interleaves)
        {
            await Task.Yield();
        }

        if (Before is { } before)
        {
            await before(call);
        }

        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _calls.Add(call);
            DieIf(_dead || _crash == (_calls.Count, false));
            FailIfTold(call);
            var answer = effect();
            DieIf(_crash == (_calls.Count, true));
            return answer;
        }
    }

    private void DieIf(bool now)
    {
        if (now)
        {
            _dead = true;
            throw new CrashException();
        }
    }

    private void FailIfTold(string call)
    {
        if (_failing.TryGetValue(call, out var failure) && failure.Times > 0)
        {
            _failing[call] = failure with { Times = failure.Times - 1 };
            throw failure.Error();
        }
    }
}
