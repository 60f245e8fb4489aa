using Feedback.Acting;
using Feedback.Alerts;
using Feedback.Aws;
using Feedback.Cli.Output;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Processing;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Feedback.Cli.InProcess;

/// <summary>
/// Composes the functions' services in this process, with event time as the clock and without any call that leaves the process. The caller
/// adds the stores.
/// </summary>
internal static class InProcessServices
{
    public static IServiceCollection Of(Settings settings) => new ServiceCollection()
        .AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Error)
            .Services.AddSingleton<ILoggerProvider, StandardErrorLoggerProvider>())
        .AddFeedback()
        .AddAwsAdapters()
        .AddSingleton(settings)
        .AddSingleton<EventClock>()
        .AddSingleton<TimeProvider>(s => s.GetRequiredService<EventClock>())
        .AddSingleton<InProcessSes>()
        .AddSingleton<ISendingApi>(s => s.GetRequiredService<InProcessSes>())
        .AddSingleton<InProcessDeliveries>()
        .AddSingleton<IDeliveryQueue>(s => s.GetRequiredService<InProcessDeliveries>())
        .AddSingleton<IDeliveryProgressStore>(s => s.GetRequiredService<InProcessDeliveries>())
        .AddSingleton<IPolicyStore, OnePolicy>()
        .AddSingleton<IWorkList, MemoryWorkList>()
        .AddSingleton<IStateRotation, NoRotation>()
        .AddSingleton<Unpublished>()
        .RemoveAll<IAlertTarget>()
        .AddSingleton<IAlertTarget>(s => s.GetRequiredService<Unpublished>())
        .AddSingleton<IReputationMetrics>(s => s.GetRequiredService<Unpublished>())
        .AddSingleton<IIdentityDirectory>(s => s.GetRequiredService<Unpublished>())
        .AddSingleton<IBothFormatsLog>(s => s.GetRequiredService<Unpublished>())
        .AddSingleton<IEventDestinations>(s => s.GetRequiredService<Unpublished>())
        .AddSingleton<EventTime>();

    public static IServiceCollection WithStates(this IServiceCollection services, Func<IServiceProvider, IStateStore> states) => services
        .AddSingleton(s => new TransitionLog(states(s)))
        .AddSingleton<IStateStore>(s => s.GetRequiredService<TransitionLog>());
}
