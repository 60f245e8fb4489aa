namespace Feedback.Tests.Aws;

public sealed class EndpointVariablesTests : IDisposable
{
    private const string Empty = "AWS_ENDPOINT_URL_OF_THIS_TEST";
    private const string Filled = "AWS_ENDPOINT_URL_OF_THIS_TEST_TOO";
    private const string Other = "FEEDBACK_OF_THIS_TEST";

    [Fact]
    public void DropEmpty_EmptyEndpoint_IsAsIfItWereNotSet()
    {
        Environment.SetEnvironmentVariable(Empty, string.Empty);
        Environment.SetEnvironmentVariable(Filled, "http://localhost:8000");
        Environment.SetEnvironmentVariable(Other, string.Empty);
        Environment.GetEnvironmentVariable(Empty).ShouldBe(string.Empty);

        Feedback.Aws.EndpointVariables.DropEmpty();

        Environment.GetEnvironmentVariable(Empty).ShouldBeNull();
        Environment.GetEnvironmentVariable(Filled).ShouldBe("http://localhost:8000");
        Environment.GetEnvironmentVariable(Other).ShouldBe(string.Empty);
    }

    public void Dispose()
    {
        foreach (var name in new[] { Empty, Filled, Other })
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
