using Feedback.Deciding;
using Feedback.EndToEnd.Tests.Cli;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Services;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Acting;

/// <summary>Two accounts in one deployment, each with a configuration set <c>marketing</c>: only the bad one is paused, in its own account.</summary>
public sealed class MemberAccountTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Listed = "210987654321";
    private const string Theirs = $"{Listed}/eu-west-1/marketing";
    private const string Role = $"arn:aws:iam::{Listed}:role/feedback-pause";

    private readonly MailGenerator _events = new(seed: 98);
    private MemberServices _services = null!;
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync()
    {
        _services = await MemberServices.StartAsync();
        _services.Member.Ses.AddConfigurationSet("marketing");
        _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.Reputation)
        {
            Environment = new Dictionary<string, string>(_services.Variables)
            {
                ["FEEDBACK_SES_CALLS_PER_SECOND"] = "50",
                ["FEEDBACK_SENDING_ACCOUNT_IDS"] = Listed,
            },
            Parameters = new Dictionary<string, string> { ["MemberExternalId"] = "shared" },
        });
        _services.Own = _stack.Aws.Endpoint;
    }

    public async Task DisposeAsync()
    {
        await _stack.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task BadMail_OfAnotherAccount_PausesItsSetThereAndNotOurs()
    {
        await MailAsync();

        _services.Member.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
        _stack.SendingChanges("marketing").ShouldBeEmpty();
        (await _stack.Tables.SendingAsync(Theirs)).ShouldBe(SendingStatus.Paused);
        (await _stack.Tables.SendingAsync("marketing")).ShouldBe(SendingStatus.Enabled);

        _services.Assumed.Distinct().ShouldBe([(Role, "shared")]);
        _services.Regions.Distinct().ShouldBe(["eu-west-1"]);

        var member = new MemberAccount(Listed, "eu-west-1");
        (await _stack.Tables.TallyAsync("marketing")).ShouldBe(new Tally(Attempts: 300, Deliveries: 300, HardBounces: 0, SoftBounces: 0, Complaints: 0));
        (await _stack.Tables.TallyAsync(ReputationEntity.Account)).HardBounces.ShouldBe(0);
        (await _stack.Tables.TallyAsync(Theirs)).ShouldBe(new Tally(Attempts: 300, Deliveries: 240, HardBounces: 60, SoftBounces: 0, Complaints: 0));
        (await _stack.Tables.TallyAsync(ReputationEntity.AccountOf(member))).HardBounces.ShouldBe(60);

        var mail = _stack.Mails(Theirs).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("PAUSED: marketing, ");
        mail.Subject.ShouldEndWith($" (eu-west-1, {Listed})");
        mail.Message.ShouldContain($"feedback resume {Theirs} --reason");
    }

    [Fact]
    public async Task Commands_OnASetOfAnotherAccount_ActInThatAccount()
    {
        await MailAsync();
        await _stack.SweepAsync();

        (await TypeAsync("status", "--wide")).ShouldSucceed().Output.ShouldContain(Theirs);
        (await TypeAsync("history", Theirs)).ShouldSucceed().Output.ShouldContain("PAUSED", Case.Insensitive);
        (await TypeAsync("resume", Theirs, "--reason", "list cleaned", "--by", "ann")).ShouldSucceed().Output.ShouldContain($"{Theirs} sends again.");
        _services.Member.Ses.IsSending("marketing").ShouldBeTrue();

        (await TypeAsync("pause", Theirs, "--reason", "again", "--by", "ann")).ShouldSucceed();
        _services.Member.Ses.IsSending("marketing").ShouldBeFalse();
        _stack.SendingChanges("marketing").ShouldBeEmpty();

        (await TypeAsync("policy", "set", Theirs, "--mode", "Observe")).ShouldSucceed();
        (await TypeAsync("pause", $"{Listed}/eu-west-1/gone", "--reason", "mistyped")).ExitCode.ShouldBe(1);
        (await TypeAsync("pause", "their/marketing", "--reason", "mistyped")).Error.ShouldContain("ACCOUNT-ID/REGION/SET");
    }

    [Fact]
    public async Task ARole_ThatIsMissing_IsNamedInTheMailAboutTheFailingPause()
    {
        _services.RefusesTheRole = true;
        await MailAsync();
        _services.Member.Ses.IsSending("marketing").ShouldBeTrue();
        (await _stack.Tables.SendingAsync(Theirs)).ShouldBe(SendingStatus.Pausing);

        await _stack.Tables.AgePauseAsync(Theirs, TimeSpan.FromMinutes(4));
        await _stack.SweepAfterLeaseAsync(Theirs);

        var mail = _stack.Mails(Theirs).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("PAUSE FAILING: marketing");
        mail.Message.ShouldContain(Role);
        mail.Message.ShouldContain($"Deploy docs/member-account.yaml in account {Listed}");
        _stack.Aws.Ses.IsSending("marketing").ShouldBeTrue();
    }

    /// <summary>As much good mail of our own account as bad mail of the other.</summary>
    private async Task MailAsync()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(300).Select(mail => mail.Delivered()));
        var theirs = _events.Mails(300).Select(mail => mail with { Account = Listed }).ToList();
        await _stack.FeedAsync(FunctionId.Bounce, theirs.Skip(60).Select(mail => mail.Delivered()));
        await _stack.FeedAsync(FunctionId.Bounce, theirs.Take(60).Select(mail => mail.Bounced()));
    }

    private Task<CommandLineRun> TypeAsync(params string[] arguments)
    {
        var variables = new Dictionary<string, string>(OperatorEnvironment.Of(_stack.Deployment));
        foreach (var (name, value) in _services.Variables)
        {
            variables[name] = value;
        }

        return CommandLineRun.WithAsync(variables, arguments);
    }
}
