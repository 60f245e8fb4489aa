using System.Net;
using System.Net.Sockets;

namespace Feedback.Local.Database;

/// <summary>Finds a free port. Another process may take it first, so the caller must be ready to try again.</summary>
internal static class LoopbackPort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
