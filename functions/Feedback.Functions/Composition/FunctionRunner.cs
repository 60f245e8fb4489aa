using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Feedback.Functions.Checking;
using Feedback.Functions.Logging;
using Feedback.Functions.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Composition;

/// <summary>Runs one function on Lambda's Runtime API.</summary>
internal static class FunctionRunner
{
    internal const string Variable = "FEEDBACK_FUNCTION";

    /// <summary>
    /// Composes the services in the initializer, so that an invalid configuration reaches Lambda as an initialisation error with a message,
    /// not just as a process that exits.
    /// </summary>
    /// <returns>The process's exit code.</returns>
    internal static async Task<int> RunAsync(string? name)
    {
        ServiceProvider? services = null;
        T Get<T>()
            where T : notnull => services!.GetRequiredService<T>();
        LambdaBootstrapBuilder Handle<TInput>(Func<TInput, ILambdaContext, Task> handler) =>
            LambdaBootstrapBuilder.Create((payload, context) => Get<Invocation>().RunAsync(payload, context, handler));
        LambdaBootstrapBuilder Answer<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler) =>
            LambdaBootstrapBuilder.Create((payload, context) => Get<Invocation>().RunAsync(payload, context, handler));

        var builder = name switch
        {
            nameof(BounceFunction) => Answer<SQSEvent, SQSBatchResponse>((e, c) => Get<BounceFunction>().HandleBouncesAsync(e, c)),
            nameof(ComplaintFunction) => Answer<SQSEvent, SQSBatchResponse>((e, c) => Get<ComplaintFunction>().HandleComplaintsAsync(e, c)),
            nameof(DeliveryFunction) => Answer<SQSEvent, SQSBatchResponse>((e, c) => Get<DeliveryFunction>().HandleDeliveriesAsync(e, c)),
            nameof(ReputationFunction) => Handle<ScheduledEvent>((e, c) => Get<ReputationFunction>().SweepAsync(e, c)),
            nameof(InboundFunction) => Answer<SQSEvent, SQSBatchResponse>((e, c) => Get<InboundFunction>().HandleReportsAsync(e, c)),
            nameof(AlarmFunction) => Handle<SNSEvent>((e, c) => Get<AlarmFunction>().HandleAlarmsAsync(e, c)),
            nameof(SuppressionEventFunction) => Answer<StreamEvent, StreamResponse>((e, c) => Get<SuppressionEventFunction>().AnnounceAsync(e, c)),
            nameof(SuppressionMirrorFunction) => Answer<StreamEvent, StreamResponse>((e, c) => Get<SuppressionMirrorFunction>().MirrorAsync(e, c)),
            nameof(DigestFunction) => Handle<ScheduledEvent>((e, c) => Get<DigestFunction>().SendAsync(e, c)),
            nameof(SuppressionCheckFunction) => Answer<UrlRequest, UrlResponse>((e, c) => Get<SuppressionCheckFunction>().CheckAsync(e, c)),
            _ => Handle<ScheduledEvent>(Nothing),
        };
        using var bootstrap = builder.UseBootstrapHandler(() =>
        {
            services = Compose(name);
            return Task.FromResult(true);
        }).Build();

        try
        {
            await bootstrap.RunAsync();
            return 0;
        }
        catch (FunctionFailedException)
        {
            // Already logged, and reported to Lambda.
            return 1;
        }
        catch (Exception exception)
        {
            // The boundary of the process: .NET would print the exception on several lines.
            RunLog.RuntimeLost(Logger(), exception);
            return 1;
        }
    }

    private static ServiceProvider Compose(string? name)
    {
        try
        {
            if (!Names.Contains(name))
            {
                throw new InvalidOperationException($"{Variable} is '{name}': one of {string.Join(", ", Names)} is expected.");
            }

            var services = new ServiceCollection();
            new Startup().ConfigureServices(services);
            return services.BuildServiceProvider();
        }
        catch (Exception exception)
        {
            // The boundary of the start. There are no services yet, so the logger is created here.
            RunLog.StartFailed(Logger(), exception);
            throw new FunctionFailedException(exception);
        }
    }

    private static ILogger Logger()
    {
        using var provider = new JsonLineLoggerProvider(StandardOutput.Stream, LogLevels.Least(Environment.GetEnvironmentVariable), TimeProvider.System);
        return provider.CreateLogger(typeof(FunctionRunner).FullName!);
    }

    internal static IReadOnlyList<string> Names { get; } =
    [
        nameof(BounceFunction),
        nameof(ComplaintFunction),
        nameof(DeliveryFunction),
        nameof(ReputationFunction),
        nameof(AlarmFunction),
        nameof(InboundFunction),
        nameof(SuppressionEventFunction),
        nameof(SuppressionMirrorFunction),
        nameof(SuppressionCheckFunction),
        nameof(DigestFunction),
    ];

    /// <summary>Never invoked: composing fails first, with the reason.</summary>
    private static Task Nothing(ScheduledEvent tick, ILambdaContext context) => Task.CompletedTask;
}
