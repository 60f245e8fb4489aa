using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Text;
using Feedback.Local.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Feedback.Tests.StandIns;

/// <summary>Answers on a loopback port, and keeps what it was asked.</summary>
internal sealed class LoopbackService : IDisposable
{
    // Not HttpListener: closing it while it takes a connection can deadlock.
    private readonly LoopbackServer _server;
    private readonly Func<Request, Reply?> _answer;

    /// <param name="answer">The reply, or null to leave the caller waiting.</param>
    public LoopbackService(Func<Request, Reply?> answer)
    {
        _answer = answer;
        _server = Task.Run(() => LoopbackServer.StartAsync(AnswerAsync)).GetAwaiter().GetResult();
    }

    public string Authority => _server.Endpoint.Authority;

    public string Url => $"http://{Authority}";

    public ConcurrentQueue<Request> Requests { get; } = new();

    public void Dispose() => Task.Run(async () => await _server.DisposeAsync()).GetAwaiter().GetResult();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var headers = new NameValueCollection();
        foreach (var (name, value) in context.Request.Headers)
        {
            headers.Add(name, value);
        }

        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new Request(context.Request.Method, path, headers, await body.ReadToEndAsync(context.RequestAborted));
        Requests.Enqueue(request);
        if (_answer(request) is not { } reply)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    internal sealed record Request(string Method, string Path, NameValueCollection Headers, string Body);

    internal sealed record Reply(int Status, string ContentType, byte[] Body, params (string Name, string Value)[] Headers)
    {
        public static Reply Json(int status, string body, params (string, string)[] headers) =>
            new(status, "application/json", Encoding.UTF8.GetBytes(body), headers);

        public static Reply Xml(int status, string body) => new(status, "text/xml", Encoding.UTF8.GetBytes(body));
    }
}
