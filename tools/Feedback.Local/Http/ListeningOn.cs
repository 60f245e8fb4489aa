using System.Net;

namespace Feedback.Local.Http;

/// <summary>Returns the address at which a local listener is reached from this machine.</summary>
internal static class ListeningOn
{
    /// <summary>Returns 127.0.0.1 for a listener on all addresses.</summary>
    public static Uri Reach(IPEndPoint at) => new($"http://{(at.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : at.Address)}:{at.Port}");
}
