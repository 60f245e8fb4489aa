using Amazon.Lambda.Annotations;
using Feedback.Aws;
using Feedback.Configuration;
using Feedback.Functions.Logging;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Functions.Composition;

/// <summary>The composition root of every function.</summary>
[LambdaStartup]
internal sealed class Startup
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Annotations calls the method on an instance.")]
    public void ConfigureServices(IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(SettingsReader.Read(Environment.GetEnvironmentVariable))
        .AddJsonLogging(LogLevels.Least(Environment.GetEnvironmentVariable))
        .AddAwsClients()
        .AddFeedback()
        .AddAwsAdapters()
        .AddFunctions();
}
