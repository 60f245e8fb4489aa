using Feedback.Inbound;
using Feedback.Notifications;
using Feedback.Processing;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Feedback.Tests.Processing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Inbound;

public sealed class InboundBatchTests
{
    private static readonly Tally Bounced = new(Attempts: 1, Deliveries: 1, HardBounces: 1, SoftBounces: 0, Complaints: 0);

    private readonly World _world = new();
    private readonly FakeMailStore _store = new();

    [Fact]
    public async Task HandleAsync_ABounceOfOurMail_IsRecordedForTheSetOfTheLedger()
    {
        await DeliverAsync("ann");

        (await HandleAsync(Mails.Bounce(Mails.Failed))).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(Bounced);
        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
        (await ReasonsAsync("ann")).ShouldBe([SuppressionReason.HardBounce]);
        _world.Outcomes.All.ShouldHaveSingleItem().ReputationEvent!.Subtype.ShouldBe("ByMail/5.1.1");
    }

    /// <summary>SES reports most asynchronous bounces itself, too.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandleAsync_ABounceThatSesReportsToo_CountsOnce(bool sesFirst)
    {
        await DeliverAsync("ann");
        Func<Task> ses = () => _world.Batch().HandleAsync([new("1", Bodies.Bounce("ann", Mails.MessageId))], TimeSpan.FromSeconds(60));
        Func<Task> mail = async () => (await HandleAsync(Mails.Bounce(Mails.Failed), Mails.Bounce(Mails.Failed))).ShouldBeEmpty();

        foreach (var report in sesFirst ? [ses, mail] : (Func<Task>[])[mail, ses])
        {
            await report();
        }

        _world.Counters.Sum(World.Set).ShouldBe(Bounced);
        _world.Outcomes.All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandleAsync_AComplaintThatSesReportsToo_CountsOnce(bool sesFirst)
    {
        await DeliverAsync("ann", "ben");
        Func<Task> ses = () => _world.Batch().HandleAsync([new("1", Bodies.Complaint(["ann", "ben"], Mails.MessageId))], TimeSpan.FromSeconds(60));
        Func<Task> mail = () => HandleAsync(Mails.Complaint("Feedback-Type: abuse\nOriginal-Rcpt-To: ann@example.org\nOriginal-Rcpt-To: ben@example.org"));

        foreach (var report in sesFirst ? [ses, mail] : (Func<Task>[])[mail, ses])
        {
            await report();
        }

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(Attempts: 2, Deliveries: 2, HardBounces: 0, SoftBounces: 0, Complaints: 1));
        (await ReasonsAsync("ann")).Concat(await ReasonsAsync("ben")).ShouldBe([SuppressionReason.Complaint, SuppressionReason.Complaint]);
    }

    /// <summary>Otherwise an old report that comes again would undo what an operator has decided since.</summary>
    [Fact]
    public async Task HandleAsync_ARepeatAfterAnAllowance_ChangesNothing()
    {
        await DeliverAsync("ann");
        await HandleAsync(Mails.Bounce(Mails.Failed));
        var written = _world.Outcomes.Written.Count;

        (await HandleAsync(Mails.Bounce(Mails.Failed))).ShouldBeEmpty();

        _world.Outcomes.Written.Count.ShouldBe(written);
    }

    [Theory]
    [InlineData("ben@example.org", Mails.MessageId)] // a recipient the mail was not sent to
    [InlineData("ann@example.org", "0102019abc123456-ffffffff-4e5f-6071-8293-a4b5c6d7e8f9-000000")] // an id that was guessed
    public async Task HandleAsync_AForgedBounce_SuppressesNoAddress(string recipient, string id)
    {
        await DeliverAsync("ann");
        var report = Mails.Bounce(
            [Mails.Failed.Replace("ann@example.org", recipient, StringComparison.Ordinal)],
            Mails.Headers(Mails.Returned.Replace(Mails.MessageId, id, StringComparison.Ordinal)));

        (await HandleAsync(TimeSpan.FromMinutes(59), report)).ShouldBe(["0"]);
        (await HandleAsync(TimeSpan.FromMinutes(60), report)).ShouldBeEmpty();

        _world.Suppressions.All.ShouldBeEmpty();
        _world.Outcomes.All.ShouldHaveSingleItem().Evidence.ShouldBe(Evidence.Delivered);
    }

    [Fact]
    public async Task HandleAsync_AReportThatNamesNoMail_DoesNotWait() =>
        (await HandleAsync(TimeSpan.Zero, Mails.Bounce([Mails.Failed], ("text/plain", "")))).ShouldBeEmpty();

    [Fact]
    public async Task HandleAsync_AReportBeforeItsDelivery_IsRecordedOnceThatIs()
    {
        (await HandleAsync(Mails.Bounce(Mails.Failed))).ShouldBe(["0"]);
        await DeliverAsync("ann");
        (await HandleAsync(TimeSpan.FromMinutes(7), Mails.Bounce(Mails.Failed))).ShouldBeEmpty();

        _world.Counters.Sum(World.Set).ShouldBe(Bounced);
    }

    [Fact]
    public async Task HandleAsync_ADelay_IsAProblemOfSendingInNoRate()
    {
        await DeliverAsync("ann");

        await HandleAsync(Mails.Bounce("Final-Recipient: rfc822; ann@example.org\nAction: delayed\nStatus: 4.4.1"));

        var tally = _world.Counters.Sum(World.Set);
        (tally.Attempts, tally.SoftBounces, tally.Problems.Delays).ShouldBe((1, 0, 1));
        _world.Suppressions.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_ABadMessageAmongGoodOnes_FailsAlone()
    {
        await DeliverAsync("ann");
        _store.Mails["reports/a"] = Mails.Bounce(Mails.Failed);
        IncomingMessage[] messages = [new("bad", "{}"), new("gone", Event("reports/gone")), new("good", Event("reports/a"))];

        (await Batch().HandleAsync(messages, TimeSpan.FromSeconds(60))).ShouldBe(["bad"]);

        _world.Counters.Sum(World.Set).ShouldBe(Bounced);
    }

    [Fact]
    public async Task HandleAsync_AnAutoReply_IsAcknowledged() =>
        (await HandleAsync(Mails.Bytes("Auto-Submitted: auto-replied\nIn-Reply-To: <x@y>\n\nI am away."))).ShouldBeEmpty();

    [Fact]
    public async Task HandleAsync_StoreOrLedgerInTrouble_LeavesTheMessageInTheQueue()
    {
        _store.IsDown = true;
        (await HandleAsync(Mails.Bounce(Mails.Failed))).ShouldBe(["0"]);
        _store.IsDown = false;

        await DeliverAsync("ann");
        _world.Outcomes.Refuses = _ => true;
        (await HandleAsync(Mails.Bounce(Mails.Failed))).ShouldBe(["0"]);
    }

    [Fact]
    public async Task HandleAsync_NoTimeLeft_StartsNothing() =>
        (await Batch().HandleAsync([new("0", Event("reports/a"))], Deadline.Margin)).ShouldBe(["0"]);

    private InboundBatch Batch() => new(_store, new ReportMatcher(_world.Outcomes), _world.Batch(), _world.Clock, NullLogger<InboundBatch>.Instance);

    private Task<IReadOnlyList<string>> HandleAsync(params byte[][] mails) => HandleAsync(TimeSpan.FromSeconds(5), mails);

    private Task<IReadOnlyList<string>> HandleAsync(TimeSpan age, params byte[][] mails)
    {
        var messages = mails.Select((mail, number) =>
        {
            _store.Mails[$"reports/{number}"] = mail;
            return new IncomingMessage($"{number}", Event($"reports/{number}"), _world.Clock.Now - age);
        });
        return Batch().HandleAsync([.. messages], TimeSpan.FromSeconds(60));
    }

    private async Task DeliverAsync(params string[] recipients) =>
        (await _world.Batch().HandleAsync([new("1", Bodies.Delivery(recipients, Mails.MessageId))], TimeSpan.FromSeconds(60))).ShouldBeEmpty();

    private async Task<IEnumerable<SuppressionReason>> ReasonsAsync(string name) =>
        (await _world.Suppressions.FindAsync([Sample.Address(name)], CancellationToken.None)).SelectMany(entry => entry.Reasons);

    private static string Event(string key) => $$"""
        {"source":"aws.s3","detail-type":"Object Created","time":"2026-11-18T11:59:00Z","detail":{"bucket":{"name":"mail"},"object":{"key":"{{key}}"} } }
        """;
}
