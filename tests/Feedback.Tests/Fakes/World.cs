using Feedback.Acting;
using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Operating;
using Feedback.Processing;
using Feedback.Recording;
using Feedback.Reporting;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Aws;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Fakes;

/// <summary>Everything outside the process, in memory; and the parts of the process, new for each call as after a restart.</summary>
internal sealed class World
{
    internal const string SetName = "marketing";

    internal static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
    internal static readonly ReputationEntity Set = ReputationEntity.ConfigurationSet(SetName);
    internal static readonly Deployment Deployment = new("123456789012", "eu-west-1");

    internal World()
    {
        Counters = new FakeCounterStore(Faults);
        Suppressions = new FakeSuppressionStore(Faults);
        SoftSuppressionLog = new FakeSoftSuppressionLog(Faults, Clock);
        BothFormatsLog = new FakeBothFormatsLog(Faults);
        Outcomes = new FakeOutcomeStore(Counters, Suppressions, Faults);
        States = new FakeStateStore(Faults);
        Work = new FakeWorkList(Faults, Clock);
        Rotation = new FakeStateRotation(States, Faults, Clock);
        Ses = new FakeSendingApi(Faults);
        DeliveryQueue = new FakeDeliveryQueue(Faults);
        Destinations = new FakeEventDestinations(Faults);
        Topic = new FakeAlertTarget(Faults);
        Targets = [Topic];
        Metrics = new FakeReputationMetrics(Faults);
        Policies = new FakePolicyStore(Faults);
        SuppressionCounts = new FakeSuppressionCounts(Faults, Clock);
        DigestLog = new FakeDigestLog(Faults);
        Ses.Sets[SetName] = true;
    }

    /// <summary>The pauses between two tries are skipped; deadlines and budgets wait for the test.</summary>
    internal TestClock Clock { get; } = new(Noon, skipped: TimeSpan.FromSeconds(2));

    internal Faults Faults { get; } = new();

    internal FakeCounterStore Counters { get; }

    internal FakeSuppressionStore Suppressions { get; }

    internal FakeSoftSuppressionLog SoftSuppressionLog { get; }

    internal FakeBothFormatsLog BothFormatsLog { get; }

    internal FakeOutcomeStore Outcomes { get; }

    internal FakeStateStore States { get; }

    internal FakeWorkList Work { get; }

    internal FakeStateRotation Rotation { get; }

    internal FakeSendingApi Ses { get; }

    internal FakeDeliveryQueue DeliveryQueue { get; }

    internal FakeEventDestinations Destinations { get; }

    internal FakeAlertTarget Topic { get; }

    /// <summary>Every registered alert target; <see cref="Topic"/> alone unless a test adds others.</summary>
    internal List<IAlertTarget> Targets { get; }

    internal FakeReputationMetrics Metrics { get; }

    internal FakePolicyStore Policies { get; }

    /// <summary>Other accounts that are listed.</summary>
    internal HashSet<string> SendingAccountIds { get; } = [];

    /// <summary>Whether the mail of these accounts has rates here.</summary>
    internal bool CountsListed { get; set; } = true;

    internal FakeSuppressionCounts SuppressionCounts { get; }

    internal FakeDigestLog DigestLog { get; }

    internal SuppressionTally SuppressionTally => new(SuppressionCounts, NullLogger<SuppressionTally>.Instance);

    internal DigestReader DigestReader => new(States, Counters, Policies, Outcomes, SuppressionCounts, Deployment, Clock);

    internal NewEntities NewEntities => new(States, Work, NullLogger<NewEntities>.Instance);

    private Settings Settings => TestSettings.Default with { SetMetrics = SetMetrics };

    internal FakeIdentityDirectory Identities { get; } = new();

    internal TimeSpan RemindEvery { get; set; } = TimeSpan.FromHours(24);

    internal SetMetrics SetMetrics { get; set; } = SetMetrics.Troubled;

    internal int SoftBounceLimit { get; set; } = 5;

    /// <summary>The state of <see cref="Set"/>.</summary>
    internal EntityState State => States.Of(Set);

    internal StateTransitions Transitions() => new(States);

    internal AlertDispatcher Dispatcher() =>
        new(
            Targets,
            new AlertSampler(Outcomes, States, NullLogger<AlertSampler>.Instance),
            Transitions(),
            Deployment,
            Clock,
            NullLogger<AlertDispatcher>.Instance);

    internal PauseController Pauses() =>
        new(Ses, States, Transitions(), new StalePauseCheck(Policies, Evaluator(), Clock), Clock, RemindEvery, NullLogger<PauseController>.Instance);

    internal Reconciler Reconciler() => new(Pauses(), Dispatcher(), States, Transitions(), Policies, Clock, NullLogger<Reconciler>.Instance);

    internal DeliveryLagReader DeliveryLagReader() => new(DeliveryQueue, DeliveryQueue, Clock, NullLogger<DeliveryLagReader>.Instance);

    internal HoldProgressReader HoldProgressReader() => new(
        DeliveryLagReader(), Counters, new LedgerEvents(Outcomes, States), Destinations, Clock, NullLogger<HoldProgressReader>.Instance);

    internal Evaluator Evaluator() => new(Counters, Policies, Transitions(), HoldProgressReader(), Clock);

    internal SendingDriftDetector DriftDetector() =>
        new(Ses, States, Transitions(), Reconciler(), Clock, RemindEvery, NullLogger<SendingDriftDetector>.Instance);

    internal Sweep Sweep() => new(
        States, Work, Rotation, Runner(), Reconciler(), DriftDetector(), Metrics, DeliveryLagReader(), Settings, Clock, NullLogger<Sweep>.Instance);

    internal WorkRunner Runner() => new(Work, Evaluator(), Reconciler(), Settings, Clock, NullLogger<WorkRunner>.Instance);

    internal OperatorCommands Operator() => new(Ses, Transitions(), Reconciler(), Runner(), Clock);

    internal OutcomeRecorder Recorder() =>
        new(Outcomes, SuppressionTerms.Default, Clock, NullLogger<OutcomeRecorder>.Instance);

    internal SoftBounceSuppressor Suppressor() =>
        new(
            Outcomes,
            Suppressions,
            SoftSuppressionLog,
            new SoftSuppressions(SoftSuppressionLog, Clock),
            SuppressionTerms.Default,
            SuppressionTally,
            Clock,
            NullLogger<SoftBounceSuppressor>.Instance,
            SoftBounceLimit);

    internal FeedbackBatch Batch() => new(
        Accounts(Deployment),
        Resolver(),
        new ComplaintScopes(Policies, NullLogger<ComplaintScopes>.Instance),
        Recorder(),
        Suppressor(),
        Work,
        Runner(),
        NewEntities,
        new BothFormats(BothFormatsLog, Clock, NullLogger<BothFormats>.Instance),
        SuppressionTally,
        Clock,
        NullLogger<FeedbackBatch>.Instance);

    internal ConfigurationSetResolver Resolver(string? accountId = null) =>
        new(Identities, Clock, NullLogger<ConfigurationSetResolver>.Instance, Accounts(Deployment with { AccountId = accountId ?? Deployment.AccountId }));

    private SendingAccounts Accounts(Deployment own) => new(own, SendingAccountIds, CountsListed);

    internal DeliveryBatch DeliveryBatch() => new(Batch(), DeliveryQueue, Clock, NullLogger<DeliveryBatch>.Instance);

    /// <summary>A state that is written and on the work list, as every transition leaves it.</summary>
    internal EntityState Put(EntityState state, DateTimeOffset? dueAt = null)
    {
        Work.Put(state.Entity, dueAt ?? Noon);
        return States.Put(state);
    }

    /// <summary>What a queue function does with an entity whose bounces it has raised: marks it, evaluates it, and reconciles what was decided.</summary>
    internal async Task<Assessment> EvaluateAsync(ReputationEntity? entity = null)
    {
        var result = await TryEvaluateAsync(entity ?? Set);
        return result?.Assessment ?? throw new CrashException();
    }

    private async Task<EvaluationResult?> TryEvaluateAsync(ReputationEntity entity)
    {
        EvaluationResult? result = null;
        var marked = await Work.MarkAsync([entity], CancellationToken.None);
        await Runner().RunAsync(
            marked,
            evaluated =>
            {
                result = evaluated;
                return Task.CompletedTask;
            },
            CancellationToken.None,
            CancellationToken.None);
        return result;
    }

    internal Task SweepAsync() => Sweep().RunAsync(CancellationToken.None);

    /// <summary>One sweep a minute, each of a process of its own, for as long.</summary>
    internal async Task SweepForAsync(TimeSpan time)
    {
        for (var minute = TimeSpan.Zero; minute < time; minute += TimeSpan.FromMinutes(1))
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await SweepAsync();
        }
    }

    /// <summary>Mail of the set (and so of the account) that was sent so long ago.</summary>
    internal void Count(long delivered, long bounced = 0, long complaints = 0, TimeSpan? age = null)
    {
        var tally = new Tally(delivered + bounced, delivered, bounced, SoftBounces: 0, complaints);
        var sentAt = Clock.Now - (age ?? TimeSpan.FromMinutes(30));
        Counters.Add(Set, sentAt, tally);
        Counters.Add(ReputationEntity.Account, sentAt, tally);
    }
}
