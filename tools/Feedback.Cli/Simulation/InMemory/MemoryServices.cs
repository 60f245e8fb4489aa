using Feedback.Cli.InProcess;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Simulation.InMemory;

/// <summary>Composes the functions' services in this process, over tables in memory.</summary>
internal static class MemoryServices
{
    public static IServiceCollection Of(Policy policy) => InProcessServices
        .Of(new Settings
        {
            OutcomesTable = "",
            ReputationTable = "",
            SuppressionTable = "",
            AlarmTopicArn = "",
            DeliveryQueueUrl = "",
            Deployment = new("123456789012", "eu-west-1"),
            Policy = policy,
            SoftBounceLimit = 5,
            OutcomeRetention = TimeSpan.FromDays(35),
            SesInterval = TimeSpan.FromSeconds(1),
            RemindEvery = TimeSpan.FromDays(1),
            MetricsNamespace = "Feedback",
            SetMetrics = SetMetrics.Troubled,
        })
        .AddSingleton<MemoryTables>()
        .AddSingleton<IOutcomeReader>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ILedgerWriter>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ICounterStore>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ISuppressionStore>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ISoftSuppressionLog>(s => s.GetRequiredService<MemoryTables>())
        .AddSingleton<ISuppressionCounts, NoSuppressionCounts>()
        .WithStates(_ => new MemoryStates());
}
