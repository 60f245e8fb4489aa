using System.Net;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApi
{
    private const string EndpointVariable = "AWS_LAMBDA_RUNTIME_API";
    private const string TraceVariable = "_X_AMZN_TRACE_ID";
    private const string ErrorTypeHeader = "Lambda-Runtime-Function-Error-Type";
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    private readonly HttpClient _http;
    private readonly string _root;
    private readonly ILambdaSerializer _serializer;
    private readonly RuntimeLog _log;

    public RuntimeApi(HttpClient http, string endpoint, ILambdaSerializer serializer, RuntimeLog log)
    {
        _http = http;
        _root = $"http://{(string.IsNullOrEmpty(endpoint) ? Environment.GetEnvironmentVariable(EndpointVariable) : endpoint)}/2018-06-01/runtime";
        _serializer = serializer;
        _log = log;
    }

    public async Task<InvocationRequest> NextAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri($"{_root}/invocation/next"), cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw await UnexpectedAsync(response);
        }

        var context = new RuntimeContext(response.Headers, _serializer, new LambdaConsole(_log), TimeProvider.System);
        Environment.SetEnvironmentVariable(TraceVariable, context.TraceId);
        return new InvocationRequest
        {
            InputStream = new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
            LambdaContext = context,
        };
    }

    public async Task RespondAsync(string requestId, Stream body, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(body);
        content.Headers.ContentType = Json;
        await PostAsync($"/invocation/{requestId}/response", content, null, cancellationToken);
    }

    public Task ReportInvocationErrorAsync(string requestId, Exception exception, CancellationToken cancellationToken) =>
        ReportAsync($"/invocation/{requestId}/error", exception, cancellationToken);

    public Task ReportInitializationErrorAsync(Exception exception) =>
        ReportAsync("/init/error", exception, CancellationToken.None);

    private async Task ReportAsync(string path, Exception exception, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(ErrorDocument.Write(exception));
        content.Headers.ContentType = ErrorJson;
        await PostAsync(path, content, exception.GetType().Name, cancellationToken);
    }

    private async Task PostAsync(string path, HttpContent content, string errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_root + path)) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation(ErrorTypeHeader, errorType);
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            throw await UnexpectedAsync(response);
        }
    }

    private static async Task<RuntimeApiClientException> UnexpectedAsync(HttpResponseMessage response) =>
        new($"{response.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
}
