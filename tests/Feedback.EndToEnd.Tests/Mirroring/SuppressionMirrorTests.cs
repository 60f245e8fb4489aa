using System.Text.Json.Nodes;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Database;
using Feedback.Local.Services;
using Feedback.Local.Templates;
using Feedback.Notifications;
using Feedback.Suppression;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Mirroring;

/// <summary>From an event of SES through the table and its stream to SES's suppression list of the account.</summary>
public sealed class SuppressionMirrorTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 100);
    private FeedbackStack _stack = null!;
    private TableStream _stream = null!;
    private SuppressionStore _store = null!;

    public async Task InitializeAsync()
    {
        _stack = await FeedbackStack.StartAsync(output, new StackOptions(FunctionId.Bounce, FunctionId.Complaint, FunctionId.SuppressionMirror)
        {
            Parameters = new Dictionary<string, string> { ["SuppressionMirrorEnabled"] = "true" },
        });
        var variables = Template.Load().Function(FunctionId.SuppressionMirror, _stack.Deployment.Settings).Environment;
        _store = new SuppressionStore(_stack.Deployment.DynamoDb, SettingsReader.Read(variables.GetValueOrDefault), TimeProvider.System);
        _stream = new TableStream(_stack.Deployment.Database.Endpoint, _stack.Deployment.Tables["SuppressionTable"]);
    }

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Events_OfTheQueues_AreOnSesListUnlessTheyHoldForOneSet()
    {
        var (bounced, complained, left) = (_events.Mail(), _events.Mail(), _events.Mail());
        await _stack.FeedAsync(FunctionId.Bounce, [bounced.Bounced(), left.Bounced("Permanent", "UnsubscribedRecipient")]);
        await _stack.FeedAsync(FunctionId.Complaint, [complained.Complained()]);

        (await MirrorAsync(await NextAsync())).ShouldBeEmpty();

        (await _stack.Tables.ReasonsAsync(left.Recipient)).ShouldBe([SuppressionReason.Unsubscribed]);
        Listed().ShouldBe([$"{bounced.Recipient} BOUNCE", $"{complained.Recipient} COMPLAINT"], ignoreOrder: true);
        _stack.Log.ShouldContain(line => line.Contains("MirroredOn"));
        _stack.Log.ShouldAllBe(line => !line.Contains('@'));
    }

    [Fact]
    public async Task Entries_AllowedOrRemoved_AreDeletedOnSesListAndOthersStay()
    {
        var mails = _events.Mails(3);
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => mail.Bounced()));
        (await MirrorAsync(await NextAsync())).ShouldBeEmpty();
        _stack.Aws.Ses.SuppressionList.Put("added-in-the-console@example.org", "COMPLAINT");

        await ChangeAsync(mails[0].Recipient, entry => entry.Allowed(new Allowance(Now, "eve", "mailbox fixed", until: null)));
        await ChangeAsync(mails[1].Recipient, entry => entry.Removed(scope: null, Now));
        await ChangeAsync(
            "added-in-the-console@example.org", entry => entry.Added(default, new OperatorCause(Now, "eve", "on leave", Now.AddDays(9))));
        (await MirrorAsync(await NextAsync())).ShouldBeEmpty();

        Listed().ShouldBe([$"{mails[2].Recipient} BOUNCE", "added-in-the-console@example.org COMPLAINT"], ignoreOrder: true);
    }

    [Fact]
    public async Task Batch_ThatComesAgain_ChangesNothing()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(3).Select(mail => mail.Bounced()));
        var batch = await NextAsync();

        (await MirrorAsync(batch)).ShouldBeEmpty();
        (await MirrorAsync(batch)).ShouldBeEmpty();

        Puts().ShouldBe(3);
    }

    [Fact]
    public async Task Calls_ThatSesThrottles_AreMadeAgain()
    {
        await _stack.FeedAsync(FunctionId.Bounce, _events.Mails(3).Select(mail => mail.Bounced()));
        _stack.Aws.Faults.Throttle(AwsOperation.PutSuppressedDestination, calls: 2);

        (await MirrorAsync(await NextAsync())).ShouldBeEmpty();

        Listed().Count.ShouldBe(3);
        _stack.Aws.SesCalls.Count(call => call.Operation == AwsOperation.PutSuppressedDestination).ShouldBe(5);
    }

    [Fact]
    public async Task Changes_WhileSesFails_StayInTheStreamFromTheFirstFailureOn()
    {
        var mails = _events.Mails(3);
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => mail.Bounced()));
        var batch = await NextAsync();
        _stack.Aws.Faults.Deny(AwsOperation.PutSuppressedDestination);

        var failed = (await MirrorAsync(batch)).ShouldHaveSingleItem();
        failed.ShouldBe((string?)batch["Records"]![0]!["dynamodb"]!["SequenceNumber"]);
        Listed().ShouldBeEmpty();
        _stack.Log.ShouldContain(line => line.Contains("MirrorFailed") && line.Contains("is not authorized to perform"));

        _stack.Aws.Faults.Clear();
        (await MirrorAsync(batch)).ShouldBeEmpty();
        Listed().Count.ShouldBe(3);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>As an operator's command does.</summary>
    private async Task ChangeAsync(string address, Func<SuppressionEntry, SuppressionEntry> change)
    {
        EmailAddress.TryParse(address, out var recipient, out _).ShouldBeTrue();
        var entry = (await _store.FindAsync([recipient!], CancellationToken.None)).SingleOrDefault() ?? SuppressionEntry.Empty(recipient!);
        (await _store.TryReplaceAsync(change(entry), CancellationToken.None)).ShouldBeTrue();
    }

    private async Task<JsonObject> NextAsync() => (await _stream.NextAsync()).ShouldNotBeNull();

    private async Task<IReadOnlyList<string>> MirrorAsync(JsonObject batch) =>
        BatchResponse.FailedIds(await _stack.Deployment.InvokeAsync(FunctionId.SuppressionMirror, batch.ToJsonString()));

    private IReadOnlyList<string> Listed() => [.. _stack.Aws.Ses.SuppressionList.All.Select(one => $"{one.EmailAddress} {one.Reason}")];

    private int Puts() => _stack.Aws.SesCalls.Count(call => call.Operation == AwsOperation.PutSuppressedDestination && call.Applied);
}
