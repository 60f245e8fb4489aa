using Feedback.Functions.Checking;
using Feedback.Functions.Logging;
using Feedback.Functions.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Composition;

/// <summary>Registers the function classes, their handlers and their logging.</summary>
internal static class FunctionServices
{
    internal static IServiceCollection AddFunctions(this IServiceCollection services) => services
        .AddSingleton<Invocation>()
        .AddSingleton<QueueHandler>()
        .AddSingleton<StreamHandler>()
        .AddSingleton<CheckHandler>()
        .AddSingleton<BounceFunction>()
        .AddSingleton<ComplaintFunction>()
        .AddSingleton<DeliveryFunction>()
        .AddSingleton<ReputationFunction>()
        .AddSingleton<AlarmFunction>()
        .AddSingleton<InboundFunction>()
        .AddSingleton<SuppressionEventFunction>()
        .AddSingleton<SuppressionMirrorFunction>()
        .AddSingleton<SuppressionCheckFunction>()
        .AddSingleton<DigestFunction>();

    internal static IServiceCollection AddJsonLogging(this IServiceCollection services, LogLevel least) =>
        services.AddLogging(logging => logging
            .SetMinimumLevel(least)
            .Services.AddSingleton<ILoggerProvider>(s => new JsonLineLoggerProvider(StandardOutput.Stream, least, s.GetRequiredService<TimeProvider>())));
}
