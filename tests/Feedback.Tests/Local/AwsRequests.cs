using System.Net.Http.Headers;
using System.Text;

namespace Feedback.Tests.Local;

/// <summary>Sends requests as the SDKs do, without an SDK.</summary>
internal sealed class AwsRequests(Uri endpoint)
{
    private static readonly HttpClient Http = new();

    public Task<HttpResponseMessage> SendingAsync(string set, bool enabled, CancellationToken stop = default) => Http.PutAsync(
        new Uri(endpoint, $"/v2/email/configuration-sets/{set}/sending"),
        new StringContent($$"""{"SendingEnabled":{{(enabled ? "true" : "false")}}}""", Encoding.UTF8, "application/json"),
        stop);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(endpoint, path));

    public Task<HttpResponseMessage> FormAsync(params (string Name, string Value)[] fields)
    {
        var content = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        content.Headers.ContentType!.CharSet = "utf-8";
        return Http.PostAsync(new Uri(endpoint, "/"), content);
    }

    public Task<HttpResponseMessage> JsonAsync(string target, string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        content.Headers.Add("X-Amz-Target", target);
        return Http.PostAsync(new Uri(endpoint, "/"), content);
    }

    public Task<HttpResponseMessage> CborAsync(string path, byte[] body, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cbor");
        content.Headers.Add("smithy-protocol", "rpc-v2-cbor");
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return Http.PostAsync(new Uri(endpoint, path), content);
    }
}
