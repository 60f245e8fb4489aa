using Feedback.Acting;
using Feedback.Alerts;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Operating;
using Feedback.Processing;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
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
        Outcomes = new FakeOutcomeStore(Counters, Suppressions, Faults);
        States = new FakeStateStore(Faults);
        Ses = new FakeSendingApi(Faults);
        DeliveryQueue = new FakeDeliveryQueue(Faults);
        Topic = new FakeAlertTarget(Faults);
        Targets = [Topic];
        Metrics = new FakeReputationMetrics(Faults);
        Policies = new FakePolicyStore(Faults);
        Ses.Sets[SetName] = true;
    }

    /// <summary>The pauses between two tries are skipped; deadlines and budgets wait for the test.</summary>
    internal TestClock Clock { get; } = new(Noon, skipped: TimeSpan.FromSeconds(2));

    internal Faults Faults { get; } = new();

    internal FakeCounterStore Counters { get; }

    internal FakeSuppressionStore Suppressions { get; }

    internal FakeOutcomeStore Outcomes { get; }

    internal FakeStateStore States { get; }

    internal FakeSendingApi Ses { get; }

    internal FakeDeliveryQueue DeliveryQueue { get; }

    internal FakeAlertTarget Topic { get; }

    /// <summary>Every registered alert target; <see cref="Topic"/> alone unless a test adds others.</summary>
    internal List<IAlertTarget> Targets { get; }

    internal FakeReputationMetrics Metrics { get; }

    internal FakePolicyStore Policies { get; }

    internal FakeIdentityDirectory Identities { get; } = new();

    internal TimeSpan RemindEvery { get; set; } = TimeSpan.FromHours(24);

    internal int SoftBounceLimit { get; set; } = 5;

    /// <summary>The state of <see cref="Set"/>.</summary>
    internal EntityState State => States.Of(Set);

    internal StateTransitions Transitions() => new(States);

    internal AlertDispatcher Dispatcher() =>
        new(Targets, new AlertSampler(Outcomes, States, NullLogger<AlertSampler>.Instance), Transitions(), Deployment, NullLogger<AlertDispatcher>.Instance);

    internal PauseController Pauses() =>
        new(Ses, States, Transitions(), new StalePauseCheck(Policies, Evaluator(), Clock), Clock, RemindEvery, NullLogger<PauseController>.Instance);

    internal Reconciler Reconciler() => new(Pauses(), Dispatcher(), Transitions(), Policies, Clock, NullLogger<Reconciler>.Instance);

    internal DeliveryLagReader DeliveryLagReader() => new(Counters, DeliveryQueue, DeliveryQueue, Clock, NullLogger<DeliveryLagReader>.Instance);

    internal Evaluator Evaluator() => new(Counters, Policies, Transitions(), DeliveryLagReader(), Clock);

    internal SendingDriftDetector DriftDetector() =>
        new(Ses, States, Transitions(), Reconciler(), Clock, RemindEvery, NullLogger<SendingDriftDetector>.Instance);

    internal Sweep Sweep() => new(States, Evaluator(), Reconciler(), DriftDetector(), Metrics, Clock, NullLogger<Sweep>.Instance);

    internal OperatorCommands Operator() => new(Ses, Transitions(), Reconciler(), Clock);

    internal OutcomeRecorder Recorder() =>
        new(Outcomes, SuppressionTerms.Default, Clock, NullLogger<OutcomeRecorder>.Instance);

    internal SoftBounceSuppressor Suppressor() =>
        new(Outcomes, Suppressions, SuppressionTerms.Default, Clock, NullLogger<SoftBounceSuppressor>.Instance, SoftBounceLimit);

    internal FeedbackBatch Batch() =>
        new(Resolver(), ComplaintScopes(), Recorder(), Suppressor(), Evaluator(), Reconciler(), Clock, NullLogger<FeedbackBatch>.Instance);

    private ComplaintScopes ComplaintScopes() => new(Policies, NullLogger<ComplaintScopes>.Instance);

    internal ConfigurationSetResolver Resolver(string? accountId = null) =>
        new(Identities, Clock, NullLogger<ConfigurationSetResolver>.Instance, accountId ?? Deployment.AccountId);

    internal DeliveryBatch DeliveryBatch() => new(Batch(), DeliveryQueue, Clock, NullLogger<DeliveryBatch>.Instance);

    /// <summary>What a queue function does after it has recorded: evaluate, and finish what was decided.</summary>
    internal async Task<Assessment> EvaluateAsync(ReputationEntity? entity = null)
    {
        var evaluation = await Evaluator().EvaluateAsync(entity ?? Set, CancellationToken.None);
        if (evaluation.Decided is { } decided)
        {
            await Reconciler().ReconcileAsync([decided], CancellationToken.None);
        }

        return evaluation.Assessment;
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
