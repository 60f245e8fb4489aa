using Feedback.EndToEnd.Tests.Cli;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>Event publishing and identity notifications enabled at once: everything arrives twice.</summary>
public sealed class FormatTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Tally TwoHundredBounces = new(Attempts: 200, Deliveries: 0, HardBounces: 200, SoftBounces: 0, Complaints: 0);

    private readonly MailGenerator _events = new(seed: 90);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Complaint, FunctionId.Reputation);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task BothFormatsInOneBatch_CountOnce()
    {
        var mail = _events.Mail(recipients: 2);
        await _stack.FeedAsync(
            FunctionId.Bounce,
            [mail.Bounced(format: Format.Identity), mail.Bounced(), mail.Bounced(), mail.Bounced(format: Format.Identity)]);

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 2, Deliveries: 0, HardBounces: 2, SoftBounces: 0, Complaints: 0));
        (await _stack.Tables.TallyAsync(ReputationEntity.Unattributed)).ShouldBe(Tally.Zero);
        (await _stack.Tables.TallyAsync(ReputationEntity.Account)).HardBounces.ShouldBe(2);
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(2);
    }

    /// <summary>It is harmless, and costs each message twice, so the doctor says so.</summary>
    [Fact]
    public async Task BothFormats_OnAtOnce_AreAFindingOfTheDoctor()
    {
        var mail = _events.Mail();
        await _stack.FeedAsync(FunctionId.Bounce, [mail.Bounced()]);
        (await BothFormatsFindingsAsync()).ShouldBeEmpty();

        await _stack.FeedAsync(FunctionId.Bounce, [mail.Bounced(format: Format.Identity)]);

        (await BothFormatsFindingsAsync()).ShouldBe(["marketing: SES reported its mail twice within a day: "
            + "by its event destinations, and by feedback notifications of an identity."]);
    }

    [Fact]
    public async Task BothFormatsInTwoFunctionsAtOnce_CountOnce()
    {
        var mails = _events.Mails(200);
        var published = SqsBatches.Messages(mails.Select(mail => mail.Bounced()));
        var notified = SqsBatches.Messages(_events.Shuffled(mails).Select(mail => mail.Bounced(format: Format.Identity)));

        var failed = await Task.WhenAll(_stack.BatchAsync(FunctionId.Bounce, published), _stack.BatchAsync(FunctionId.Complaint, notified));

        failed.ShouldAllBe(ids => ids.Count == 0);
        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(TwoHundredBounces);
        (await _stack.Tables.TallyAsync(ReputationEntity.Unattributed)).ShouldBe(Tally.Zero);
        (await _stack.Tables.TallyAsync(ReputationEntity.Account)).ShouldBe(TwoHundredBounces);
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(200);
    }

    [Theory]
    [InlineData(Format.Identity, Format.Published)]
    [InlineData(Format.Published, Format.Identity)]
    internal async Task Set_NamedByOneFormatOnly_HasTheCountsInTheEnd(Format first, Format then)
    {
        var mails = _events.Mails(200);
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => mail.Bounced(format: first)));
        (await _stack.Tables.TallyAsync(first == Format.Identity ? ReputationEntity.Unattributed : ReputationEntity.ConfigurationSet("marketing")))
            .ShouldBe(TwoHundredBounces);
        (await _stack.Tables.TallyAsync(ReputationEntity.Account)).ShouldBe(TwoHundredBounces);

        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => mail.Bounced(format: then)));

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(TwoHundredBounces);
        (await _stack.Tables.TallyAsync(ReputationEntity.Unattributed)).ShouldBe(Tally.Zero);
        (await _stack.Tables.TallyAsync(ReputationEntity.Account)).ShouldBe(TwoHundredBounces);

        // The blast is known to be the set's only now: that is when it pauses.
        _stack.Aws.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.AlertKinds("marketing").ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task Complaint_InBothFormatsWithRecipientsInAnotherOrder_CountsOnce()
    {
        var mail = _events.Mail(recipients: 3);
        await _stack.FeedAsync(FunctionId.Complaint, [mail.Complained(format: Format.Identity)]);
        await _stack.FeedAsync(FunctionId.Complaint, [(mail with { Recipients = [.. mail.Recipients.Reverse()] }).Complained()]);

        (await _stack.Tables.TallyAsync(ReputationEntity.Account))
            .ShouldBe(new Tally(Attempts: 1, Deliveries: 1, HardBounces: 0, SoftBounces: 0, Complaints: 1));
        (await _stack.Tables.TallyAsync("marketing")).Complaints.ShouldBe(1);
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Unattributed_PastCritical_IsToldAndNothingIsPaused()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(100).Select(mail => mail.Bounced(format: Format.Identity)));
        await _stack.SweepAsync();

        _stack.AlertKinds("unattributed").ShouldBe(["Critical"]);
        _stack.Aws.SesCalls.ShouldAllBe(call => call.Enabled == null);
    }

    private async Task<List<string>> BothFormatsFindingsAsync()
    {
        var run = await CommandLineRun.WithAsync(OperatorEnvironment.Of(_stack.Deployment), ["doctor", "marketing", "--json"]);
        return
        [
            .. run.Json.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("check").GetString() == "both-formats")
                .Select(finding => $"{finding.GetProperty("about").GetString()}: {finding.GetProperty("problem").GetString()}"),
        ];
    }
}
