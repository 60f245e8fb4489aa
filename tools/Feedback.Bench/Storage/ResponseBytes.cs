using Amazon.Runtime;

namespace Feedback.Bench.Storage;

/// <summary>Counts the requests of a client and the bytes of their answers.</summary>
internal sealed class ResponseBytes : HttpClientFactory, IDisposable
{
    private readonly HttpClient _client;
    private long _bytes;
    private int _requests;

    public ResponseBytes() => _client = new HttpClient(new Handler(this));

    public long Bytes => _bytes;

    public int Requests => _requests;

    public void Forget() => (_bytes, _requests) = (0, 0);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();

    private sealed class Handler(ResponseBytes counted) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            Interlocked.Add(ref counted._bytes, (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length);
            Interlocked.Increment(ref counted._requests);
            return response;
        }
    }
}
