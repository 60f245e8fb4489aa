using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

public class LambdaBootstrapBuilder
{
    private readonly LambdaBootstrapHandler _handler;
    private readonly ILambdaSerializer _serializer;
    private readonly LambdaBootstrapOptions _options = new();
    private HttpClient _httpClient;
    private LambdaBootstrapInitializer _initializer;

    private LambdaBootstrapBuilder(LambdaBootstrapHandler handler, ILambdaSerializer serializer)
    {
        _handler = handler;
        _serializer = serializer;
    }

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext)), null);

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Create<TInput>((input, _) => handler(input), serializer);

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(
            async invocation =>
            {
                await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
                return new InvocationResponse(Stream.Null);
            },
            serializer);

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create<TInput, TOutput>((input, _) => handler(input), serializer);

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(
            async invocation =>
            {
                var output = await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
                var stream = new MemoryStream();
                serializer.Serialize(output, stream);
                stream.Position = 0;
                return new InvocationResponse(stream);
            },
            serializer);

    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _httpClient = httpClient;
        return this;
    }

    /// <summary>Runs before the first invocation; what it throws is told to Lambda as an initialisation error.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    public LambdaBootstrap Build() => new(_httpClient ?? new HttpClient(), _handler, _initializer, _httpClient is null, _options, _serializer);
}
