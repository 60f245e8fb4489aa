using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Feedback.Tests.StandIns;

/// <summary>Answers on a loopback port, and keeps what it was asked.</summary>
internal sealed class LoopbackService : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<Request, Reply?> _answer;

    /// <param name="answer">The reply, or null to leave the caller waiting.</param>
    public LoopbackService(Func<Request, Reply?> answer)
    {
        _answer = answer;
        Authority = $"localhost:{FreePort()}";
        _listener.Prefixes.Add($"http://{Authority}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Authority { get; }

    public string Url => $"http://{Authority}";

    public ConcurrentQueue<Request> Requests { get; } = new();

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Disposed: the test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var request = new Request(context.Request.HttpMethod, context.Request.RawUrl!, context.Request.Headers, Encoding.UTF8.GetString(body.ToArray()));
        Requests.Enqueue(request);
        if (_answer(request) is not { } reply)
        {
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.OutputStream.WriteAsync(reply.Body);
        context.Response.Close();
    }

    internal sealed record Request(string Method, string Path, System.Collections.Specialized.NameValueCollection Headers, string Body);

    internal sealed record Reply(int Status, string ContentType, byte[] Body, params (string Name, string Value)[] Headers)
    {
        public static Reply Json(int status, string body, params (string, string)[] headers) =>
            new(status, "application/json", Encoding.UTF8.GetBytes(body), headers);

        public static Reply Xml(int status, string body) => new(status, "text/xml", Encoding.UTF8.GetBytes(body));
    }
}
