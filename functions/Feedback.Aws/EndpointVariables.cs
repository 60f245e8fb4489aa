namespace Feedback.Aws;

/// <summary>
/// <c>template.yaml</c> declares the endpoint variables empty, since <c>sam local</c> overrides only what is declared. The SDK for .NET
/// takes an empty value for an endpoint and fails every call, so an empty variable is removed before the first client is made.
/// </summary>
internal static class EndpointVariables
{
    private const string Prefix = "AWS_ENDPOINT_URL";

    internal static void DropEmpty()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
