using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Reputation;
using Feedback.Suppression;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>Reports that come as mail about mail of other accounts, on the built function.</summary>
public sealed class InboundMemberMailTests(ITestOutputHelper output)
{
    private const string Listed = "210987654321";
    private const string Unlisted = "321098765432";
    private const string Theirs = $"{Listed}/eu-west-1/marketing";

    private static readonly Tally Nothing = new(Attempts: 0, Deliveries: 0, HardBounces: 0, SoftBounces: 0, Complaints: 0);

    private readonly MailGenerator _events = new(seed: 105);

    [Fact]
    public async Task Reports_AboutMailOfAListedAccount_CountForItsSetAndSuppress()
    {
        await using var stack = await StartAsync(memberRole: "feedback-pause");
        var mails = await DeliverAsync(stack, Listed);

        (await ReceiveAsync(stack, TimeSpan.Zero, mails)).ShouldBeEmpty();

        (await stack.Tables.TallyAsync(Theirs)).ShouldBe(new Tally(Attempts: 2, Deliveries: 2, HardBounces: 1, SoftBounces: 0, Complaints: 1));
        (await stack.Tables.TallyAsync(ReputationEntity.AccountOf(new MemberAccount(Listed, "eu-west-1")))).HardBounces.ShouldBe(1);
        await ShouldCountNothingOfOursAsync(stack);
        (await stack.Tables.ReasonsAsync(mails[0].Recipient)).ShouldBe([SuppressionReason.HardBounce]);
        (await stack.Tables.ReasonsAsync(mails[1].Recipient)).ShouldBe([SuppressionReason.Complaint]);
    }

    /// <summary>The accounts have a stack each for their rates, and this one keeps the list.</summary>
    [Fact]
    public async Task Reports_AboutMailOfAListedAccountWithoutRatesHere_SuppressAndCountNowhere()
    {
        await using var stack = await StartAsync(memberRole: "");
        var mails = await DeliverAsync(stack, Listed);

        (await ReceiveAsync(stack, TimeSpan.Zero, mails)).ShouldBeEmpty();

        (await stack.Tables.TallyAsync(Theirs)).ShouldBe(Nothing);
        await ShouldCountNothingOfOursAsync(stack);
        (await stack.Tables.SuppressionsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Reports_AboutMailOfAnUnlistedAccount_AreRefusedLikeItsDeliveries()
    {
        await using var stack = await StartAsync(memberRole: "feedback-pause");
        var mails = await DeliverAsync(stack, Unlisted);

        (await ReceiveAsync(stack, TimeSpan.FromMinutes(61), mails)).ShouldBeEmpty();

        (await stack.Tables.OutcomesAsync()).ShouldBe(0);
        (await stack.Tables.SuppressionsAsync()).ShouldBeEmpty();
        await ShouldCountNothingOfOursAsync(stack);
        ((int)Line(stack, "AccountsRefused")["Refused"]!).ShouldBe(2);
        ((int)Line(stack, "ReportsRefused")["Refused"]!).ShouldBe(2);
    }

    private Task<FeedbackStack> StartAsync(string memberRole) => FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Inbound, FunctionId.Delivery)
    {
        Environment = new Dictionary<string, string>
        {
            ["FEEDBACK_SES_CALLS_PER_SECOND"] = "50",
            ["FEEDBACK_SENDING_ACCOUNT_IDS"] = Listed,
            ["FEEDBACK_MEMBER_ROLE_NAME"] = memberRole,
        },
    });

    private async Task<IReadOnlyList<SesMail>> DeliverAsync(FeedbackStack stack, string account)
    {
        var mails = _events.Mails(2).Select(mail => mail with { Account = account }).ToList();
        await stack.FeedAsync(FunctionId.Delivery, mails.Select(mail => mail.Delivered()));
        return mails;
    }

    /// <summary>A bounce of the first mail and a complaint about the second.</summary>
    private static Task<IReadOnlyList<string>> ReceiveAsync(FeedbackStack stack, TimeSpan age, IReadOnlyList<SesMail> mails) =>
        new InboundMailbox(stack).ReceiveAsync(age, ReportMail.Bounce(mails[0]), ReportMail.Complaint(mails[1]));

    private static async Task ShouldCountNothingOfOursAsync(FeedbackStack stack)
    {
        (await stack.Tables.TallyAsync("marketing")).ShouldBe(Nothing);
        (await stack.Tables.TallyAsync(ReputationEntity.Account)).ShouldBe(Nothing);
        (await stack.Tables.TallyAsync(ReputationEntity.Unattributed)).ShouldBe(Nothing);
    }

    private static JsonNode Line(FeedbackStack stack, string name) => stack.Log
        .Select(line => JsonNode.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..])!)
        .Single(line => (string?)line["event"] == name);
}
