using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Serves invocations, one at a time, until it is cancelled or the Runtime API fails.</summary>
public class LambdaBootstrap : IDisposable
{
    private const string RunOnceVariable = "AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE";

    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly RuntimeLog _log = new();
    private readonly RuntimeApi _api;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(new HttpClient(), handler, initializer, ownsHttpClient: true, new LambdaBootstrapOptions(), serializer: null)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, initializer, ownsHttpClient: false, new LambdaBootstrapOptions(), serializer: null)
    {
    }

    internal LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapInitializer initializer,
        bool ownsHttpClient,
        LambdaBootstrapOptions options,
        ILambdaSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(handler);
        _httpClient = httpClient;
        _ownsHttpClient = ownsHttpClient;
        _handler = handler;
        _initializer = initializer;

        // Lambda freezes the process while it waits for the next invocation: any time-out would end it.
        _httpClient.Timeout = Timeout.InfiniteTimeSpan;
        _api = new RuntimeApi(httpClient, options.RuntimeApiEndpoint, serializer, _log);
    }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_initializer is not null && !await InitializeAsync())
        {
            return;
        }

        var once = string.Equals(Environment.GetEnvironmentVariable(RunOnceVariable), "true", StringComparison.OrdinalIgnoreCase);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (once)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient)
        {
            _httpClient.Dispose();
        }
    }

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer();
        }
        catch (Exception exception)
        {
            _log.Write(LogLevel.Error, message: null, exception);
            await _api.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _api.NextAsync(cancellationToken);
        var requestId = invocation.LambdaContext.AwsRequestId;
        _log.RequestId = requestId;
        _log.TraceId = invocation.LambdaContext.TraceId;
        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception exception)
        {
            // One invocation's failure, an event that can't be read among them, is not the end of the process.
            _log.Write(LogLevel.Error, message: null, exception);
            await _api.ReportInvocationErrorAsync(requestId, exception, cancellationToken);
            return;
        }

        try
        {
            await _api.RespondAsync(requestId, response?.OutputStream ?? Stream.Null, cancellationToken);
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
            {
                await response.OutputStream.DisposeAsync();
            }
        }
    }
}
