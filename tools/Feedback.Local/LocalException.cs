using System.Net;

namespace Feedback.Local;

/// <summary>Something on this machine is missing or didn't start. The message says in one line what to do.</summary>
internal sealed class LocalException(string message, Exception? inner = null) : Exception(message, inner)
{
    public static LocalException PortInUse(IPEndPoint at, Exception? inner = null) =>
        new($"Port {at.Port} of {at.Address} is in use: end the process that listens there, or choose another port.", inner);
}
