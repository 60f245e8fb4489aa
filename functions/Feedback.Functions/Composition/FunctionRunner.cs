using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Feedback.Functions.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Functions.Composition;

/// <summary>Runs one function on Lambda's Runtime API.</summary>
internal static class FunctionRunner
{
    internal const string Variable = "FEEDBACK_FUNCTION";

    private static readonly EventSerializer Serializer = new();

    /// <summary>
    /// Composes in the initializer, so that a bad configuration reaches Lambda as an initialisation error with its message, and not as
    /// the bare exit of a process.
    /// </summary>
    internal static async Task RunAsync(string? name)
    {
        ServiceProvider? services = null;
        T Get<T>()
            where T : notnull => services!.GetRequiredService<T>();
        var builder = name switch
        {
            nameof(BounceFunction) => LambdaBootstrapBuilder.Create<SQSEvent, SQSBatchResponse>((e, c) => Get<BounceFunction>().HandleBouncesAsync(e, c), Serializer),
            nameof(ComplaintFunction) => LambdaBootstrapBuilder.Create<SQSEvent, SQSBatchResponse>((e, c) => Get<ComplaintFunction>().HandleComplaintsAsync(e, c), Serializer),
            nameof(DeliveryFunction) => LambdaBootstrapBuilder.Create<SQSEvent, SQSBatchResponse>((e, c) => Get<DeliveryFunction>().HandleDeliveriesAsync(e, c), Serializer),
            nameof(ReputationFunction) => LambdaBootstrapBuilder.Create<ScheduledEvent>((e, c) => Get<ReputationFunction>().SweepAsync(e, c), Serializer),
            nameof(AlarmFunction) => LambdaBootstrapBuilder.Create<SNSEvent>((e, c) => Get<AlarmFunction>().HandleAlarmsAsync(e, c), Serializer),
            _ => LambdaBootstrapBuilder.Create<ScheduledEvent>(Nothing, Serializer),
        };
        using var bootstrap = builder.UseBootstrapHandler(() =>
        {
            services = Compose(name);
            return Task.FromResult(true);
        }).Build();
        await bootstrap.RunAsync();
    }

    private static ServiceProvider Compose(string? name)
    {
        if (!Names.Contains(name))
        {
            throw new InvalidOperationException($"{Variable} is '{name}': one of {string.Join(", ", Names)} is expected.");
        }

        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        return services.BuildServiceProvider();
    }

    internal static IReadOnlyList<string> Names { get; } =
        [nameof(BounceFunction), nameof(ComplaintFunction), nameof(DeliveryFunction), nameof(ReputationFunction), nameof(AlarmFunction)];

    /// <summary>Never invoked: composing fails first, and says why.</summary>
    private static Task Nothing(ScheduledEvent tick, ILambdaContext context) => Task.CompletedTask;
}
