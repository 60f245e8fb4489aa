using System.Net;
using System.Text;

namespace Feedback.Bench.Load;

/// <summary>
/// Gives every set of a family the counters of its first one, which alone are in the database. A week of counters of 20,000 sets would be
/// three million items; the answer of one query is read from the database and then given to all, so that only the client's work is measured.
/// </summary>
/// <param name="family">The beginning of the sets' names.</param>
/// <param name="first">The name of the set whose counters all get.</param>
internal sealed class SharedCounters(string family, string first) : DelegatingHandler
{
    private readonly SemaphoreSlim _gate = new(1);
    private byte[]? _answer;
    private int _reads;

    /// <summary>How often counters of the family were read.</summary>
    public int Reads => _reads;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (!body.Contains($"\"set/{family}", StringComparison.Ordinal) || !body.Contains("\"COUNT#", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Interlocked.Increment(ref _reads);
        var answer = _answer ?? await ReadOnceAsync(request, body, cancellationToken);
        var content = new ByteArrayContent(answer);
        content.Headers.ContentType = new("application/x-amz-json-1.0");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }

    protected override void Dispose(bool disposing)
    {
        _gate.Dispose();
        base.Dispose(disposing);
    }

    private async Task<byte[]> ReadOnceAsync(HttpRequestMessage request, string body, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_answer is null)
            {
                var content = new StringContent(OfTheFirst(body), Encoding.UTF8);
                content.Headers.ContentType = request.Content!.Headers.ContentType;
                request.Content = content;
                using var response = await base.SendAsync(request, cancellationToken);
                _answer = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
            }

            return _answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    private string OfTheFirst(string body)
    {
        var begin = body.IndexOf($"\"set/{family}", StringComparison.Ordinal);
        var end = body.IndexOf('"', begin + 1);
        return $"{body[..begin]}\"set/{first}{body[end..]}";
    }
}
