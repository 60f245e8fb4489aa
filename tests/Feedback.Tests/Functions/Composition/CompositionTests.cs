using Feedback.Aws;
using Feedback.Functions.Composition;
using Feedback.Tests.Aws;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Tests.Functions.Composition;

public sealed class CompositionTests
{
    /// <summary>The clients need a Region, which may be missing here. They are created only when first resolved.</summary>
    [Fact]
    public void Services_AsInLambda_AreComplete()
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(TestSettings.Default)
            .AddJsonLogging(LogLevel.Information)
            .AddAwsClients()
            .AddFeedback()
            .AddAwsAdapters()
            .AddFunctions();

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        FunctionRunner.Names.ShouldAllBe(name => services.Any(service => service.ServiceType.Name == name));
    }
}
