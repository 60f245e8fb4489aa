using Feedback.Aws;
using Feedback.Aws.Ses;
using Feedback.Cli.DeadLetters;
using Feedback.Cli.Doctor.Reading;
using Feedback.Cli.Explaining;
using Feedback.Cli.Output;
using Feedback.Cli.Report;
using Feedback.Cli.SecondDetector;
using Feedback.Cli.Status;
using Feedback.Cli.Wiring;
using Feedback.Configuration;
using Feedback.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Cli.Composition;

/// <summary>The composition root of the commands: the same services as in the functions, configured by the same variables.</summary>
internal static class OperatorServices
{
    /// <exception cref="UsageException">The environment lacks variables of a deployment.</exception>
    public static ServiceProvider Build()
    {
        EndpointVariables.DropEmpty();
        var settings = ReadSettings();
        RecipientHash.UseKey(settings.RecipientHashKey);
        return new ServiceCollection()
            .AddSingleton(settings)
            .AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Warning)
                .Services.AddSingleton<ILoggerProvider, StandardErrorLoggerProvider>())
            .AddAwsClients()
            .AddServiceClock()
            .AddFeedback()
            .AddAwsAdapters()
            .AddSingleton<StatusReader>()
            .AddSingleton<ReportReader>()
            .AddSingleton<OutcomeFinder>()
            .AddSingleton<QueueFinder>()
            .AddSingleton<DeadLetterReader>()
            .AddSingleton<SesSetReader>()
            .AddSingleton<TopicReader>()
            .AddSingleton<QueueReader>()
            .AddSingleton<TableReader>()
            .AddSingleton<CloudWatchAlarms>()
            .AddSingleton<AlarmReader>()
            .AddSingleton<SetUpReader>()
            .AddSingleton<SesPublishing>()
            .AddSingleton<Wirer>()
            .BuildServiceProvider();
    }

    private static Settings ReadSettings()
    {
        try
        {
            return SettingsReader.Read(Environment.GetEnvironmentVariable);
        }
        catch (SettingsException settings) when (settings.Problems.Any(problem => problem.EndsWith("is not set.", StringComparison.Ordinal)))
        {
            throw new UsageException([.. settings.Problems, "Give --stack NAME or --env-file FILE, or set them (docs/cli.md, Connecting to a deployment)."]);
        }
    }
}
