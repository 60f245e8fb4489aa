namespace Feedback.Local.Services;

/// <summary>
/// Faults to inject, by operation. Faults of one operation apply one after the other, each for the given number of calls or until
/// cleared.
/// </summary>
internal sealed class Faults(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AwsOperation, List<Fault>> _faults = [];
    private readonly Dictionary<AwsOperation, CallRate> _rates = [];

    public void Throttle(AwsOperation operation, int? calls = null) =>
        Add(operation, new Fault { Error = AwsError.Throttled(operation), Calls = calls });

    public void Fail(AwsOperation operation, int? calls = null, int status = 500) =>
        Add(operation, new Fault { Error = AwsError.Failed(operation, status), Calls = calls });

    public void Deny(AwsOperation operation, int? calls = null) =>
        Add(operation, new Fault { Error = AwsError.Denied(operation), Calls = calls });

    /// <summary>Refuses the input, as SES does with an address that it takes for none.</summary>
    public void Refuse(AwsOperation operation, int? calls = null) =>
        Add(operation, new Fault { Error = new AwsError(400, "BadRequestException", "The input is not valid."), Calls = calls });

    /// <summary>Delays the call before it is applied; if the caller gives up in the meantime, nothing has changed.</summary>
    public void Hang(AwsOperation operation, TimeSpan duration, int? calls = null) =>
        Add(operation, new Fault { Delay = duration, Calls = calls });

    /// <summary>Answers as if the call had been applied, without applying it.</summary>
    public void Lie(AwsOperation operation, int? calls = null) => Add(operation, new Fault { Lies = true, Calls = calls });

    /// <summary>Throttles calls beyond the given number in a period. SES accepts about one pause or resume a second.</summary>
    public void LimitRate(AwsOperation operation, int calls, TimeSpan period)
    {
        lock (_gate)
        {
            _rates[operation] = new CallRate(calls, period);
        }
    }

    public void Clear(AwsOperation operation)
    {
        lock (_gate)
        {
            _faults.Remove(operation);
            _rates.Remove(operation);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _rates.Clear();
        }
    }

    public Fault Next(AwsOperation operation)
    {
        lock (_gate)
        {
            if (_faults.GetValueOrDefault(operation)?.FirstOrDefault(fault => fault.Calls is not 0) is { } next)
            {
                return next.Use();
            }

            return _rates.GetValueOrDefault(operation)?.Takes(clock.GetUtcNow()) == false
                ? new Fault { Error = AwsError.Throttled(operation) }
                : Fault.None;
        }
    }

    private void Add(AwsOperation operation, Fault fault)
    {
        lock (_gate)
        {
            if (!_faults.TryGetValue(operation, out var list))
            {
                _faults[operation] = list = [];
            }

            list.Add(fault);
        }
    }
}
