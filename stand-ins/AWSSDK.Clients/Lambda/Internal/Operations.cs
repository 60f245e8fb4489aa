using Amazon.Lambda.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIns.Protocol;

namespace Amazon.Lambda.Internal;

/// <summary>Lambda speaks REST with JSON bodies.</summary>
internal static class Operations
{
    public static readonly InvokeOptions GetFunctionConfiguration = Operation.Of<GetFunctionConfigurationRequest>(
        "Amazon.Lambda",
        Write,
        new JsonResponse(
            json => new GetFunctionConfigurationResponse
            {
                Environment = json.Property("Environment") is { } environment ? new EnvironmentResponse { Variables = environment.Map("Variables") } : null,
            },
            Errors.From));

    private static void Write(GetFunctionConfigurationRequest request, IRequest http)
    {
        if (string.IsNullOrEmpty(request.FunctionName))
        {
            throw new AmazonLambdaException("Request object does not have required field FunctionName set");
        }

        http.HttpMethod = "GET";
        http.ResourcePath = "/2015-03-31/functions/{FunctionName}/configuration";
        http.AddPathResource("{FunctionName}", request.FunctionName);
    }
}
