using System.Net;
using System.Net.Sockets;

namespace Feedback.Local.Database;

/// <summary>A port that was free a moment ago. Somebody may take it first: whoever uses it must be ready to try another.</summary>
internal static class LoopbackPort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
