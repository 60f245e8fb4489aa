using Feedback.Acting;
using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

/// <summary>The account as an entity: it alerts always, and is paused only if that was asked for.</summary>
public sealed class AccountTests
{
    private readonly World _world = new();

    public AccountTests() => _world.Ses.Sets[ReputationEntity.Account.Name] = true;

    [Fact]
    public async Task EvaluateAsync_PauseAccountIsSet_PausesTheAccountAndTellsHowToResume()
    {
        _world.Policies.Default = Policy.Default with { PauseAccount = true };
        _world.Count(900, 100);

        await _world.EvaluateAsync(ReputationEntity.Account);

        _world.Ses.Changes.ShouldBe(["account:False"]);
        _world.States.Of(ReputationEntity.Account).Sending.ShouldBe(SendingStatus.Paused);
        _world.Topic.Published[^1].Mail.Text.ShouldContain("feedback resume account --reason");
    }

    [Fact]
    public async Task EvaluateAsync_UnattributedMailIsCritical_AlertsAndPausesNothing()
    {
        _world.Policies.Default = Policy.Default with { PauseAccount = true };
        _world.Counters.Add(ReputationEntity.Unattributed, _world.Clock.Now, new Tally(1_000, 900, 100, SoftBounces: 0, Complaints: 0));

        await _world.EvaluateAsync(ReputationEntity.Unattributed);

        _world.Ses.Changes.ShouldBeEmpty();
        _world.Topic.Kinds.ShouldBe(["Critical"]);
    }

    [Fact]
    public async Task EvaluateAsync_TheAccountIsCritical_NamesTheSetsAndTheEventsBehindIt()
    {
        await _world.Recorder().RecordAsync([Sample.Observe(Evidence.HardBounced, recipient: "ann@mail.example")], CancellationToken.None);
        _world.Count(900, 100);
        await _world.EvaluateAsync();
        await _world.EvaluateAsync(ReputationEntity.Account);

        var mail = _world.Topic.Published[^1].Mail;
        mail.Attributes["entity"].ShouldBe("account");
        mail.Text.ShouldContain("Sets at warning or worse, or paused:\n  marketing (critical, paused): 101 of 1,001 attempts hard-bounced in 1h (10.08%)\n");
        mail.Text.ShouldContain("Recipient domains: mail.example (1)");
        mail.Json.ShouldContain("\"sets\":[{\"set\":\"marketing\",\"level\":\"Critical\",\"sending\":\"Paused\"");
    }

    [Fact]
    public async Task EvaluateAsync_TheAccountIsCriticalByManySmallSets_SaysSo()
    {
        _world.Count(900, 100);

        await _world.EvaluateAsync(ReputationEntity.Account);

        _world.Topic.Published[^1].Mail.Text.ShouldContain("\nNo single set is at warning.\n");
    }

    [Fact]
    public async Task RunAsync_SetsAreKnown_EvaluatesTheAccountEveryMinute()
    {
        _world.Count(1_000);
        await _world.EvaluateAsync();
        var sweep = _world.Sweep();
        await sweep.RunAsync(CancellationToken.None);
        _world.Count(0, 100);

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await sweep.RunAsync(CancellationToken.None);

        _world.Topic.Kinds.ShouldContain("Critical");
        _world.States.Of(ReputationEntity.Account).Level.ShouldBe(Level.Critical);
    }
}
