using System.Collections.Concurrent;
using Amazon.Runtime;

namespace Feedback.Local.InProcess;

/// <summary>Sends a client's requests to the embedded database, each after a delay, and counts them by operation.</summary>
internal sealed class DatabaseRequests : HttpClientFactory, IDisposable
{
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<string, int> _counts = [];

    /// <param name="delay">What each request takes beside the embedded database's own time.</param>
    /// <param name="inner">Between the delay and the database, such as a handler that answers some requests itself; null for nothing.</param>
    public DatabaseRequests(TimeSpan delay, DelegatingHandler? inner = null)
    {
        var database = new SocketsHttpHandler();
        if (inner is not null)
        {
            inner.InnerHandler = database;
        }

        _client = new HttpClient(new Handler(this, delay, inner is null ? database : inner));
    }

    public int Total => _counts.Values.Sum();

    /// <summary>How many requests there were for counters, policies or states: what an evaluation reads first.</summary>
    public int ForEvaluations => Count("Query") + Count("GetItem");

    public int Count(string operation) => _counts.GetValueOrDefault(operation);

    public void Forget() => _counts.Clear();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();

    private sealed class Handler(DatabaseRequests counted, TimeSpan delay, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            counted._counts.AddOrUpdate(operation, 1, (_, count) => count + 1);
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
