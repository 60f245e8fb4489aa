using Feedback.Aws;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Cli.Composition;

/// <summary>The composition root of the commands: what the functions are composed of, configured by the same variables.</summary>
internal static class OperatorServices
{
    /// <exception cref="SettingsException">The environment is not that of a deployment.</exception>
    public static ServiceProvider Build()
    {
        EndpointVariables.DropEmpty();
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(SettingsReader.Read(Environment.GetEnvironmentVariable))
            .AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Warning)
                .Services.AddSingleton<ILoggerProvider, StandardErrorLoggerProvider>())
            .AddAwsClients()
            .AddFeedback()
            .AddSingleton<StatusReader>()
            .BuildServiceProvider();
    }
}
