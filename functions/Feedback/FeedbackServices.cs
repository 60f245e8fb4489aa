using Feedback.Acting;
using Feedback.Alarms;
using Feedback.Alerts;
using Feedback.Announcing;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Inbound;
using Feedback.Mirroring;
using Feedback.Operating;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Recording;
using Feedback.Reporting;
using Feedback.Reputation;
using Feedback.Suppression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback;

/// <summary>
/// Registers the domain. The caller adds <see cref="Settings"/>, a <see cref="TimeProvider"/>, logging, and the adapters behind the
/// interfaces of the domain (<c>AddAwsAdapters</c> in Feedback.Aws).
/// </summary>
internal static class FeedbackServices
{
    internal static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton(s => s.GetRequiredService<Settings>().Deployment)
        .AddProcessing()
        .AddDeciding()
        .AddActing()
        .AddSingleton<OperatorCommands>()
        .AddSingleton<PolicyCommands>()
        .AddSingleton<SuppressionCommands>()
        .AddSingleton<SuppressionImport>()
        .AddSingleton<SuppressionRemoval>()
        .AddSingleton<SuppressionSync>()
        .AddSingleton<SyncMending>()
        .AddSingleton<SesAlarmHandler>()
        .AddSingleton<Announcer>()
        .AddSingleton<SuppressionMirror>()
        .AddSingleton<ReportMatcher>()
        .AddSingleton<InboundBatch>()
        .AddSingleton<DigestReader>()
        .AddSingleton<DailyDigest>();

    private static IServiceCollection AddProcessing(this IServiceCollection services) => services
        .AddSingleton(s => new SendingAccounts(
            s.GetRequiredService<Deployment>(),
            s.GetRequiredService<Settings>().SendingAccountIds,
            s.GetRequiredService<Settings>().MemberRoleName.Length > 0))
        .AddSingleton<ConfigurationSetResolver>()
        .AddSingleton<ComplaintScopes>()
        .AddSingleton(s => new SuppressionTerms(s.GetRequiredService<Settings>().HardBouncesSuppressFor))
        .AddSingleton<OutcomeRecorder>()
        .AddSingleton<SuppressionTally>()
        .AddSingleton<SoftSuppressions>()
        .AddSingleton(s => new SoftBounceSuppressor(
            s.GetRequiredService<IOutcomeReader>(),
            s.GetRequiredService<ISuppressionStore>(),
            s.GetRequiredService<ISoftSuppressionLog>(),
            s.GetRequiredService<SoftSuppressions>(),
            s.GetRequiredService<SuppressionTerms>(),
            s.GetRequiredService<SuppressionTally>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<SoftBounceSuppressor>>(),
            s.GetRequiredService<Settings>().SoftBounceLimit))
        .AddSingleton<NewEntities>()
        .AddSingleton<BothFormats>()
        .AddSingleton<FeedbackBatch>()
        .AddSingleton<DeliveryBatch>();

    private static IServiceCollection AddDeciding(this IServiceCollection services) => services
        .AddSingleton<StateTransitions>()
        .AddSingleton<DeliveryLagReader>()
        .AddSingleton<ICountedEvents, LedgerEvents>()
        .AddSingleton<HoldProgressReader>()
        .AddSingleton<Evaluator>();

    private static IServiceCollection AddActing(this IServiceCollection services) => services
        .AddSingleton<AlertSampler>()
        .AddSingleton<AlertDispatcher>()
        .AddSingleton<StalePauseCheck>()
        .AddSingleton(s => new PauseController(
            s.GetRequiredService<ISendingApi>(),
            s.GetRequiredService<IStateStore>(),
            s.GetRequiredService<StateTransitions>(),
            s.GetRequiredService<StalePauseCheck>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Settings>().RemindEvery,
            s.GetRequiredService<ILogger<PauseController>>()))
        .AddSingleton<Reconciler>()
        .AddSingleton<WorkRunner>()
        .AddSingleton(s => new SendingDriftDetector(
            s.GetRequiredService<ISendingApi>(),
            s.GetRequiredService<IStateStore>(),
            s.GetRequiredService<StateTransitions>(),
            s.GetRequiredService<Reconciler>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Settings>().RemindEvery,
            s.GetRequiredService<ILogger<SendingDriftDetector>>()))
        .AddSingleton<Sweep>();
}
