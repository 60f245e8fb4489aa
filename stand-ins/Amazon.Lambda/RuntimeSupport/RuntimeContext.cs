using System.Globalization;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API's headers and the environment say about one invocation.</summary>
internal sealed class RuntimeContext : ILambdaContext
{
    private readonly TimeProvider _time;
    private readonly long _deadlineMs;

    public RuntimeContext(HttpResponseHeaders headers, ILambdaSerializer serializer, ILambdaLogger logger, TimeProvider time)
    {
        _time = time;
        _ = long.TryParse(Header(headers, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out _deadlineMs);
        _ = int.TryParse(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var memory);
        MemoryLimitInMB = memory;
        AwsRequestId = Header(headers, "Lambda-Runtime-Aws-Request-Id");
        InvokedFunctionArn = Header(headers, "Lambda-Runtime-Invoked-Function-Arn");
        TraceId = Header(headers, "Lambda-Runtime-Trace-Id");
        TenantId = Header(headers, "Lambda-Runtime-Aws-Tenant-Id");
        Serializer = serializer;
        Logger = logger;
    }

    public string AwsRequestId { get; }

    /// <summary>Only the mobile SDKs send one.</summary>
    public IClientContext ClientContext => null;

    public string FunctionName => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION");

    /// <summary>Only the mobile SDKs send one.</summary>
    public ICognitoIdentity Identity => null;

    public string InvokedFunctionArn { get; }

    public ILambdaLogger Logger { get; }

    public string LogGroupName => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME");

    public int MemoryLimitInMB { get; }

    public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(_deadlineMs) - _time.GetUtcNow();

    public string TenantId { get; }

    public string TraceId { get; }

    public ILambdaSerializer Serializer { get; }

    private static string Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
