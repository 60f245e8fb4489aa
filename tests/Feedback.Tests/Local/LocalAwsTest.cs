using Feedback.Local.Services;

namespace Feedback.Tests.Local;

/// <summary>A local AWS endpoint for each test, and requests to it.</summary>
public abstract class LocalAwsTest : IAsyncLifetime
{
    private LocalAws? _aws;
    private AwsRequests? _requests;

    private protected LocalAws Aws => _aws ?? throw new InvalidOperationException("The test has not been initialized.");

    private protected AwsRequests Requests => _requests ??= new AwsRequests(Aws.Endpoint);

    public virtual async Task InitializeAsync() => _aws = await LocalAws.StartAsync();

    public async Task DisposeAsync() => await Aws.DisposeAsync();
}
