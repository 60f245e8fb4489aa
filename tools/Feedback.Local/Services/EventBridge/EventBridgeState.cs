namespace Feedback.Local.Services.EventBridge;

/// <summary>The events that the buses took.</summary>
internal sealed class EventBridgeState
{
    private readonly Lock _gate = new();
    private readonly List<BusEvent> _events = [];
    private int _refusals;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<BusEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Refuses the next events one by one, with the others of their call being taken, as EventBridge does when it is throttled.</summary>
    public void RefuseNext(int events)
    {
        lock (_gate)
        {
            _refusals = events;
        }
    }

    /// <summary>Returns false, and takes nothing, if the event is to be refused.</summary>
    public bool Take(BusEvent happened)
    {
        lock (_gate)
        {
            if (_refusals > 0)
            {
                _refusals--;
                return false;
            }

            _events.Add(happened);
            return true;
        }
    }
}
