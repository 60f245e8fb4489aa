using Amazon.Lambda.Annotations;
using Feedback.Aws;
using Feedback.Configuration;
using Feedback.Functions.Logging;
using Feedback.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Functions.Composition;

/// <summary>The composition root of every function.</summary>
[LambdaStartup]
internal sealed class Startup
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Annotations calls the method on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        var settings = SettingsReader.Read(Environment.GetEnvironmentVariable);
        RecipientHash.UseKey(settings.RecipientHashKey);
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(settings)
            .AddJsonLogging(LogLevels.Least(Environment.GetEnvironmentVariable))
            .AddAwsClients()
            .AddFeedback()
            .AddAwsAdapters()
            .AddFunctions();
    }
}
