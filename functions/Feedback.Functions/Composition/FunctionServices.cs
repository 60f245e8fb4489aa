using Feedback.Functions.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Composition;

internal static class FunctionServices
{
    internal static IServiceCollection AddFunctions(this IServiceCollection services) => services
        .AddSingleton<QueueHandler>()
        .AddSingleton<BounceFunction>()
        .AddSingleton<ComplaintFunction>()
        .AddSingleton<DeliveryFunction>()
        .AddSingleton<ReputationFunction>()
        .AddSingleton<AlarmFunction>();

    /// <param name="services">Where to.</param>
    /// <param name="least">A <see cref="LogLevel"/>; Information where it is missing or is none.</param>
    internal static IServiceCollection AddJsonLogging(this IServiceCollection services, string? least)
    {
        var level = Enum.TryParse<LogLevel>(least, ignoreCase: true, out var parsed) ? parsed : LogLevel.Information;
        return services.AddLogging(logging => logging
            .SetMinimumLevel(level)
            .Services.AddSingleton<ILoggerProvider>(s => new JsonLineLoggerProvider(StandardOutput.Writer, level, s.GetRequiredService<TimeProvider>())));
    }
}
