namespace Feedback.Aws;

/// <summary>
/// Removes empty endpoint variables before the first client is created. <c>template.yaml</c> declares them empty, because <c>sam local</c>
/// overrides only declared variables; but the SDK for .NET uses an empty value as the endpoint, and every call fails.
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
