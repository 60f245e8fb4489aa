using Feedback.Local.Http;
using Microsoft.AspNetCore.Http;

namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>Forwards the functions' requests to the embedded database. A test can end a function's process before or after one of them is applied.</summary>
internal sealed class DatabaseProxy : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private LoopbackServer? _server;
    private Uri? _database;

    /// <summary>Runs before a request is applied.</summary>
    public Func<DatabaseRequest, Task>? Before { get; set; }

    /// <summary>Runs after a request was applied and before it is answered.</summary>
    public Func<DatabaseRequest, Task>? After { get; set; }

    /// <summary>The variable that points the functions here, and not to the database itself.</summary>
    public KeyValuePair<string, string> Variable => new("AWS_ENDPOINT_URL_DYNAMODB", _server!.Endpoint.ToString());

    public static async Task<DatabaseProxy> StartAsync()
    {
        var proxy = new DatabaseProxy();
        proxy._server = await LoopbackServer.StartAsync(proxy.ForwardAsync);
        return proxy;
    }

    /// <summary>Says where the database is, which starts later than this.</summary>
    public void ForwardTo(Uri database) => _database = database;

    /// <summary>Ends the function's process (SIGKILL) before the first request that is accepted is applied.</summary>
    public void KillBefore(FeedbackStack stack, string function, Func<DatabaseRequest, bool> at) => Before = KillOnce(stack, function, at);

    /// <summary>Ends the function's process (SIGKILL) after the first request that is accepted was applied.</summary>
    public void KillAfter(FeedbackStack stack, string function, Func<DatabaseRequest, bool> at) => After = KillOnce(stack, function, at);

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _client.Dispose();
    }

    private static Func<DatabaseRequest, Task> KillOnce(FeedbackStack stack, string function, Func<DatabaseRequest, bool> at)
    {
        var armed = 1;
        return async request =>
        {
            if (at(request) && Interlocked.Exchange(ref armed, 0) == 1)
            {
                await stack.Host(function).KillAsync();
                throw new OperationCanceledException("The caller was killed.");
            }
        };
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var body = new StreamContent(context.Request.Body);
        var text = await body.ReadAsStringAsync(context.RequestAborted);
        var request = new DatabaseRequest($"{context.Request.Headers["X-Amz-Target"]}".Split('.')[^1], text);
        try
        {
            await (Before?.Invoke(request) ?? Task.CompletedTask);
            context.RequestAborted.ThrowIfCancellationRequested();
            using var answer = await _client.SendAsync(Copy(context.Request, text));
            await (After?.Invoke(request) ?? Task.CompletedTask);
            await AnswerAsync(context, answer);
        }
        catch (OperationCanceledException)
        {
            // The caller is gone: it gets no answer.
            context.Abort();
        }
    }

    private HttpRequestMessage Copy(HttpRequest request, string text)
    {
        var copy = new HttpRequestMessage(HttpMethod.Post, _database) { Content = new StringContent(text) };
        copy.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        foreach (var (name, value) in request.Headers.Where(header => header.Key is "X-Amz-Target" or "Authorization" or "X-Amz-Date"))
        {
            copy.Headers.TryAddWithoutValidation(name, (string?)value);
        }

        return copy;
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in answer.Headers.Where(header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(), context.RequestAborted);
    }
}
