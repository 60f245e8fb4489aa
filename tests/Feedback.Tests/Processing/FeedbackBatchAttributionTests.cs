using Feedback.Deciding;
using Feedback.Outcomes;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Processing;

public sealed class FeedbackBatchAttributionTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("", "210987654321", true)] // a sending delegate, where no accounts are listed
    [InlineData("210987654321", "210987654321", true)]
    [InlineData("210987654321", "123456789012", true)]
    [InlineData("210987654321", "321098765432", false)]
    public async Task HandleAsync_MailOfAnAccount_IsRecordedUnlessAListLacksIt(string listed, string account, bool isRecorded)
    {
        _world.SendingAccountIds.UnionWith(listed.Split(',', StringSplitOptions.RemoveEmptyEntries));

        (await _world.HandleAsync(Bodies.Bounce("ann", account: account))).ShouldBeEmpty();

        (await _world.Suppressions.FindAsync([Sample.Address("ann@example.org")], CancellationToken.None)).Any().ShouldBe(isRecorded);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(account == "123456789012" ? 1 : 0);
    }

    [Fact]
    public async Task HandleAsync_BadMailOfAListedAccount_PausesTheSetOfThatAccountOnly()
    {
        const string Listed = "210987654321";
        const string Theirs = $"{Listed}/eu-west-1/{World.SetName}";
        _world.SendingAccountIds.Add(Listed);
        _world.Ses.Sets[Theirs] = true;
        string[] people = [.. Enumerable.Range(0, 50).Select(i => $"p{i}")];

        (await _world.HandleAsync([.. people.Select(p => Bodies.Bounce(p, account: Listed))])).ShouldBeEmpty();

        var member = new MemberAccount(Listed, "eu-west-1");
        _world.Ses.Changes.ShouldBe([$"{Theirs}:False"]);
        _world.Counters.Sum(ReputationEntity.ConfigurationSet(World.SetName, member)).HardBounces.ShouldBe(50);
        _world.Counters.Sum(ReputationEntity.AccountOf(member)).HardBounces.ShouldBe(50);
        _world.Counters.Sum(ReputationEntity.Account).ShouldBe(Tally.Zero);
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
    }

    [Fact]
    public async Task HandleAsync_BadMailOfAListedAccountWithoutSet_LeavesItToTheNextSweep()
    {
        const string Listed = "210987654321";
        _world.SendingAccountIds.Add(Listed);
        string[] people = [.. Enumerable.Range(0, 50).Select(i => $"p{i}")];
        (await _world.HandleAsync([.. people.Select(p => Bodies.BounceOfIdentity(p, account: Listed))])).ShouldBeEmpty();

        await _world.Sweep().RunAsync(CancellationToken.None);

        var member = new MemberAccount(Listed, "eu-west-1");
        _world.States.Of(ReputationEntity.AccountOf(member)).Level.ShouldBe(Level.Critical);
        _world.States.Of(ReputationEntity.UnattributedOf(member)).Level.ShouldBe(Level.Critical);
        _world.States.Of(ReputationEntity.Account).Level.ShouldBe(Level.Normal);
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_BothFormatsInOneBatch_CountOnce()
    {
        (await _world.HandleAsync(Bodies.BounceOfIdentity("ann"), Bodies.Bounce("ann"), Bodies.Bounce("ann"))).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 0, 1, 0, 0));
        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
    }

    [Fact]
    public async Task HandleAsync_BouncesOfIdentityNotifications_EvaluateTheSetTheLedgerKnows()
    {
        string[] people = [.. Enumerable.Range(0, 50).Select(i => $"p{i}")];
        (await _world.HandleAsync([.. people.Select(p => Bodies.Delivery([p]))])).ShouldBeEmpty();

        (await _world.HandleAsync([.. people.Select(p => Bodies.BounceOfIdentity(p))])).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(50, 50, 50, 0, 0));
        _world.Ses.Changes.ShouldBe([$"{World.SetName}:False"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandleAsync_BothFormatsInTwoBatches_CountOnce(bool identityFirst)
    {
        string[] bodies = [Bodies.BounceOfIdentity("ann"), Bodies.Bounce("ann")];
        foreach (var body in identityFirst ? bodies : bodies.Reverse())
        {
            (await _world.HandleAsync(body)).ShouldBeEmpty();
        }

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 0, 1, 0, 0));
        _world.Counters.Sum(ReputationEntity.Account).ShouldBe(new Tally(1, 0, 1, 0, 0));
        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
    }

    [Fact]
    public async Task HandleAsync_ADelegatesBounces_SuppressAndPauseNothing()
    {
        await _world.HandleAsync(Enumerable.Range(0, 50).Select(i => Bodies.Bounce($"r{i}", account: "210987654321")).ToArray());

        _world.Suppressions.All.Count.ShouldBe(50);
        _world.Counters.All.ShouldBeEmpty();
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_SesGivesNoAnswer_RecordsEverythingAtFirstReceive()
    {
        _world.Identities.BeforeAnswer = _ => throw new IOException("SES throttles.");
        var bodies = Enumerable.Range(0, 80).Select(i => Bodies.Bounce($"t{i}"))
            .Concat(Enumerable.Range(0, 20).Select(i => Bodies.BounceOfIdentity($"i{i}", identity: $"domain{i}.example")));

        (await _world.HandleAsync([.. bodies])).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(80);
        _world.Counters.Sum(ReputationEntity.Unattributed).HardBounces.ShouldBe(20);
    }

    [Fact]
    public async Task HandleAsync_UnattributedForLackOfAnAnswer_MovesWhenTheSetIsNamed()
    {
        _world.Identities.BeforeAnswer = _ => throw new IOException("SES throttles.");
        await _world.HandleAsync(Bodies.BounceOfIdentity("ann"));

        await _world.HandleAsync(Bodies.Bounce("ann"));

        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_IdentityWithADefaultSet_CountsForThatUntilTheSetIsNamed()
    {
        _world.Identities.DefaultSets["example.com"] = "default";
        await _world.HandleAsync(Bodies.BounceOfIdentity("ann"));
        _world.Counters.Sum(ReputationEntity.ConfigurationSet("default")).HardBounces.ShouldBe(1);

        await _world.HandleAsync(Bodies.Bounce("ann"));

        _world.Counters.Sum(ReputationEntity.ConfigurationSet("default")).ShouldBe(Tally.Zero);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(1);
    }
}
