using System.Net;

namespace Feedback.Local.Http;

/// <summary>How what listens here is reached from this machine.</summary>
internal static class ListeningOn
{
    /// <summary>What listens on every address is reached on 127.0.0.1.</summary>
    public static Uri Reach(IPEndPoint at) => new($"http://{(at.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : at.Address)}:{at.Port}");
}
