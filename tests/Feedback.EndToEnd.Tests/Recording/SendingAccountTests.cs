using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>Events of several accounts in one deployment that lists one of them, which has a stack of its own for its rates.</summary>
public sealed class SendingAccountTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Listed = "210987654321";
    private const string Unlisted = "321098765432";

    private readonly MailGenerator _events = new(seed: 97);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce)
    {
        Environment = new Dictionary<string, string>
        {
            ["FEEDBACK_SES_CALLS_PER_SECOND"] = "50",
            ["FEEDBACK_SENDING_ACCOUNT_IDS"] = Listed,
            ["FEEDBACK_MEMBER_ROLE_NAME"] = string.Empty,
        },
    });

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Bounces_OfThreeAccounts_CountSuppressOrAreRefused()
    {
        var mails = _events.Mails(40);
        await _stack.FeedAsync(
            FunctionId.Bounce,
            [
                .. mails.Take(5).Select(mail => mail.Bounced()),
                .. mails.Skip(5).Take(15).Select(mail => (mail with { Account = Listed }).Bounced()),
                .. mails.Skip(20).Select(mail => (mail with { Account = Unlisted }).Bounced()),
            ]);

        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 5, Deliveries: 0, HardBounces: 5, SoftBounces: 0, Complaints: 0));
        (await _stack.Tables.TallyAsync(ReputationEntity.Account)).HardBounces.ShouldBe(5);
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(20);
        (await _stack.Tables.OutcomesAsync()).ShouldBe(20);
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();

        var refused = Lines("AccountsRefused").ShouldHaveSingleItem();
        ((int)refused["Refused"]!).ShouldBe(20);
        var batch = Lines("BatchDone").ShouldHaveSingleItem();
        ((int)batch["OfAnotherAccount"]!, (int)batch["Ignored"]!, (int)batch["Left"]!).ShouldBe((15, 20, 0));
    }

    private IEnumerable<JsonNode> Lines(string name) => _stack.Log
        .Select(line => JsonNode.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..])!)
        .Where(line => (string?)line["event"] == name);
}
