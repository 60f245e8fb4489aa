using System.Security.Cryptography;
using System.Text;
using Feedback.EndToEnd.Tests.Cli;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Feedback.Outcomes;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Recording;

/// <summary>A deployment whose recipient hashes have a key.</summary>
public sealed class RecipientHashKeyTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Variable = "FEEDBACK_RECIPIENT_HASH_KEY";
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly SesMail _mail = new MailGenerator(seed: 77).Mail() with { Recipients = ["jane@example.org"] };
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync()
    {
        _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce)
        {
            Environment = new Dictionary<string, string> { ["FEEDBACK_SES_CALLS_PER_SECOND"] = "50", [Variable] = Secret },
        });
        await _stack.FeedAsync(FunctionId.Bounce, [_mail.Bounced()]);
    }

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Bounce_WithAKey_IsInTheLedgerUnderTheKeyedHashOnly()
    {
        var plain = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("jane@example.org")))[..32];
        var keyed = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes("jane@example.org")))[..32];

        (await _stack.Tables.HasOutcomeAsync(new OutcomeKey(keyed, _mail.MessageId))).ShouldBeTrue();
        (await _stack.Tables.HasOutcomeAsync(new OutcomeKey(plain, _mail.MessageId))).ShouldBeFalse();
        _stack.Log.ShouldAllBe(line => !line.Contains(plain, StringComparison.Ordinal) && !line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_WithTheKey_FindAndEraseTheRecipient()
    {
        (await TypeAsync(Secret, "explain", "jane@example.org")).ShouldSucceed().Output.ShouldContain("Hard bounce");
        (await TypeAsync(Secret, "suppression", "erase", "jane@example.org", "--reason", "asked for it", "--keep-ses")).ShouldSucceed();
        (await TypeAsync(Secret, "explain", "jane@example.org")).Output.ShouldNotContain("example.org");
        (await TypeAsync(Secret, "suppression", "show", "jane@example.org")).Output.ShouldContain("asked for it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("another key of 32 characters, too")]
    public async Task Commands_WithoutTheKey_AreRefusedInsteadOfFindingNothing(string key)
    {
        string[][] commands = [["explain", "jane@example.org"], ["suppression", "erase", "jane@example.org", "--reason", "asked", "--keep-ses"]];
        foreach (var arguments in commands)
        {
            var run = await TypeAsync(key, arguments);
            run.ExitCode.ShouldBe(2);
            run.Error.ShouldContain("Nothing was read or counted.");
            run.Error.ShouldContain(Variable);
            run.Error.ShouldNotContain(Secret);
        }
    }

    private Task<CommandLineRun> TypeAsync(string key, params string[] arguments) => CommandLineRun.WithAsync(
        new Dictionary<string, string>(OperatorEnvironment.Of(_stack.Deployment)) { [Variable] = key }, arguments);
}
