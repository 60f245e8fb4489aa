using Feedback.Local;
using Feedback.Local.Services;
using Feedback.Local.Services.Sqs;
using Feedback.Local.Templates;
using Feedback.Tests.Shared;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary><c>feedback dlq</c> on the queues of the template.</summary>
public sealed class DlqTests : IAsyncLifetime
{
    private LocalDeployment _deployment = null!;

    private LocalAws Aws => _deployment.Aws;

    public async Task InitializeAsync()
    {
        _deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = Template.Load(),
            ArtifactFolder = string.Empty,
            Functions = [],
        });
        var bounce = (string)SamplePayloads.Records("bounce/permanent-general.json")[0]!["body"]!;
        Aws.Sqs.Send("BounceDeadLetterQueue", bounce, age: TimeSpan.FromHours(3), receiveCount: 20);
        Aws.Sqs.Send("BounceDeadLetterQueue", "ann@example.org", age: TimeSpan.FromHours(2), receiveCount: 20);
    }

    public async Task DisposeAsync() => await _deployment.DisposeAsync();

    [Fact]
    public async Task List_TwoMessages_CountsThemByReason()
    {
        var run = (await TypeAsync("dlq", "list")).ShouldSucceed();

        run.Output.ShouldContain("1 could not be recorded: the function's log says why; 1 can't be read");
        run.Output.ShouldNotContain("@");
        var json = (await TypeAsync("dlq", "list", "--json")).ShouldSucceed().Json;
        json.EnumerateArray().Select(queue => (queue.GetProperty("queue").GetString(), queue.GetProperty("messages").GetInt64()))
            .ShouldBe([("bounce", 2), ("complaint", 0), ("delivery", 0)]);
    }

    [Fact]
    public async Task Show_TwoMessages_SaysWhatEachIsAboutAndLeavesThem()
    {
        for (var times = 0; times < 2; times++)
        {
            var letters = (await TypeAsync("dlq", "show", "bounce", "--json")).ShouldSucceed().Json[0].GetProperty("letters");

            letters.EnumerateArray().Select(letter => (letter.GetProperty("type").GetString(), letter.GetProperty("set").GetString()))
                .ShouldBe([("Bounce", "marketing"), (null, null)]);
            letters[0].GetProperty("received").GetInt32().ShouldBeGreaterThan(20);
        }

        var text = (await TypeAsync("dlq", "show")).ShouldSucceed().Output;
        text.ShouldContain(Aws.Sqs.Queue("BounceDeadLetterQueue")!.Messages[0].Id);
        text.ShouldNotContain("@");
        Aws.Sqs.DepthOf(Aws.Sqs.Queue("BounceDeadLetterQueue")!).Visible.ShouldBe(2);
    }

    [Fact]
    public async Task Redrive_WithYes_SendsThemBack()
    {
        (await TypeAsync("dlq", "redrive", "bounce", "--yes")).ShouldSucceed().Output.ShouldContain("SQS moves 2 messages back to the bounce queue.");

        Aws.Sqs.Queue("BounceDeadLetterQueue")!.Messages.ShouldBeEmpty();
        Aws.Sqs.Queue("BounceQueue")!.Messages.Count.ShouldBe(2);
        (await TypeAsync("dlq", "redrive", "--yes")).ShouldFail(1, "There are no messages in the dead-letter queues. Nothing was done.");
    }

    [Fact]
    public async Task Redrive_WithoutATerminal_NeedsYes()
    {
        (await TypeAsync("dlq", "redrive")).ShouldFail(2, "`dlq redrive` asks before it sends messages back. Give --yes if that is what you want.");

        Aws.Sqs.Queue("BounceDeadLetterQueue")!.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Show_EmptyQueues_SaysSo() =>
        (await TypeAsync("dlq", "show", "delivery")).ShouldFail(1, "There are no messages in the dead-letter queues.");

    [Fact]
    public async Task List_WithoutAPermission_NamesIt()
    {
        Aws.Faults.Deny(AwsOperation.ReceiveMessage);

        var run = await TypeAsync("dlq", "list", "bounce");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Your AWS login lacks the permission sqs:ReceiveMessage");
    }

    [Fact]
    public async Task List_AQueueThatIsNone_SaysWhichThereAre() => (await TypeAsync("dlq", "list", "bounces")).ShouldFail(
        2, "There is no queue 'bounces': it must be bounce, complaint, delivery or inbound.", "Run feedback dlq list --help for more.");

    [Fact]
    public async Task List_OfADeploymentWhoseQueuesAreElsewhere_SaysWhatToCheck()
    {
        Aws.Sqs.DeleteQueue("ComplaintDeadLetterQueue");

        (await TypeAsync("dlq", "list", "complaint")).ShouldFail(
            2, "No queue of this account looks like the dead-letter queue of Complaint events. Check the Region and the settings.");
    }

    [Fact]
    public async Task Inbound_OfADeploymentThatReadsMail_IsListedShownAndRedriven()
    {
        const string Stored = """
            {"source":"aws.s3","detail-type":"Object Created","time":"2026-11-18T09:00:00Z",
             "detail":{"bucket":{"name":"inbound"},"object":{"key":"reports/o3vrnil0e2ic28trm7dfhrc2v0"}}}
            """;
        (await TypeAsync("dlq", "list", "inbound")).ShouldFail(2, "The deployment has no queue of inbound mail: it is created with InboundMail=true.");
        Aws.Sqs.PutQueue(new Queue("InboundDeadLetterQueue"));
        Aws.Sqs.PutQueue(new Queue("InboundQueue") { DeadLetterArn = "arn:aws:sqs:eu-west-1:123456789012:InboundDeadLetterQueue" });
        Aws.Sqs.Send("InboundDeadLetterQueue", Stored, receiveCount: 20);

        (await TypeAsync("dlq", "list", "--json")).ShouldSucceed().Json.EnumerateArray().Select(queue => queue.GetProperty("queue").GetString())
            .ShouldBe(["bounce", "complaint", "delivery", "inbound"]);
        (await TypeAsync("dlq", "show", "inbound")).ShouldSucceed().Output.ShouldContain("Mail of SES message o3vrnil0e2ic28trm7dfhrc2v0");
        var doctor = await TypeAsync("doctor", "--json");
        doctor.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("about").GetString()).ShouldContain("InboundQueue");

        (await TypeAsync("dlq", "redrive", "inbound", "--yes")).ShouldSucceed();
        Aws.Sqs.Queue("InboundQueue")!.Messages.Count.ShouldBe(1);
    }

    private Task<CommandLineRun> TypeAsync(params string[] arguments) => CommandLineRun.WithAsync(OperatorEnvironment.Of(_deployment), arguments);
}
