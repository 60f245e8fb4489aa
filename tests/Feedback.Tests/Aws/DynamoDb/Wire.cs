using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>The connection between the SDK and the database. Keeps every request, and fails on demand.</summary>
internal sealed class Wire : HttpClientFactory, IDisposable
{
    private readonly ConcurrentQueue<WireRequest> _requests = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<WireRequest, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>>> _faults = [];
    private readonly HttpClient _client;

    internal Wire() => _client = new HttpClient(new Handler(this));

    internal IReadOnlyList<WireRequest> Requests => [.. _requests];

    internal IReadOnlyList<string> Operations => [.. _requests.Select(request => request.Operation)];

    /// <summary>Answers with an error; the database never sees the request.</summary>
    internal void Answer(string operation, string error, int times = 1) => Disturb(operation, (_, _) => Task.FromResult(Error(error)), times);

    /// <summary>The database handles the request, and its answer is lost.</summary>
    internal void LoseAnswer(string operation, int times = 1) => Disturb(
        operation,
        async (_, send) =>
        {
            (await send()).Dispose();
            throw new HttpRequestException("The connection was reset.", new IOException("The connection was reset."));
        },
        times);

    internal void Disturb(string operation, Func<WireRequest, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> disturbance, int times = 1)
    {
        var faults = _faults.GetOrAdd(operation, _ => []);
        for (var i = 0; i < times; i++)
        {
            faults.Enqueue(disturbance);
        }
    }

    internal void Forget() => _requests.Clear();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();

    internal static HttpResponseMessage Reply(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.0") };

    private static HttpResponseMessage Error(string json) => Reply(HttpStatusCode.BadRequest, json);

    private sealed class Handler(Wire wire) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[^1];
            var sent = new WireRequest(operation, await request.Content!.ReadAsStringAsync(cancellationToken));
            wire._requests.Enqueue(sent);
            return wire._faults.TryGetValue(operation, out var faults) && faults.TryDequeue(out var fault)
                ? await fault(sent, () => base.SendAsync(request, cancellationToken))
                : await base.SendAsync(request, cancellationToken);
        }
    }
}
