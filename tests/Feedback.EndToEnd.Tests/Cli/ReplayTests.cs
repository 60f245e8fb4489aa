using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Events;
using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class ReplayTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Replay_AnUnreadableMessage_IsNamedAndFailsTheCommand()
    {
        var run = await CommandLineRun.OfAsync("replay", Event("bounce/non-events.json"), Event("bad/not-json.json"));
        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain("the body is not JSON");
        run.Output.Split('\n').Where(line => line.StartsWith("  BounceFunction: ", StringComparison.Ordinal)).Select(line => line.TrimEnd().Split(", ")[^1])
            .ShouldBe(["0 failed", "1 failed"]);
        run.Output.ShouldContain("  BounceFunction: 3 messages, 2 recorded, 0 ignored, 1 failed");
    }

    [Fact]
    public async Task Replay_EveryEventOfTheRepository_GoesToTheFunctionOfItsFolder()
    {
        var run = await CommandLineRun.OfAsync("replay", Event(""), "--json");
        run.ExitCode.ShouldBe(1, run.Error);
        var files = run.Json.GetProperty("files").EnumerateArray().ToDictionary(
            file => file.GetProperty("file").GetString()!,
            file => file.GetProperty("report").GetProperty("failed").GetInt32());
        files.Count.ShouldBe(Directory.EnumerateFiles(Event(""), "*.json", SearchOption.AllDirectories).Count() - 1);
        files.ShouldAllBe(file => file.Value == (file.Key.Contains("/bad/") ? 1 : 0));
    }

    [Fact]
    public async Task Replay_IntoAFile_GoesOnWhereTheLastReplayEnded()
    {
        var database = Path.Combine(_folder.FullName, "tables");
        var first = (await CommandLineRun.OfAsync("replay", Event("bounce/permanent-no-email.json"), "--database", database, "--json")).ShouldSucceed().Json;
        first.GetProperty("files")[0].GetProperty("report").GetProperty("recorded").GetInt32().ShouldBe(1);

        var second = (await CommandLineRun.OfAsync("replay", Event("delivery/in-sns.json"), "--database", database, "--json")).ShouldSucceed().Json;
        second.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("entity").GetString()).ShouldContain("transactional");
    }

    [Fact]
    public async Task Replay_AMailThatReportsABounce_IsReadFromTheFileBesideItsEvent()
    {
        var mail = new MailGenerator(seed: 7).Mail();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "1-delivery.json"), mail.Delivered());
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "o3vrnil0.eml"), ReportMail.Bounce(mail));
        var stored = new JsonObject
        {
            ["source"] = "aws.s3",
            ["detail-type"] = "Object Created",
            ["time"] = "2026-11-18T11:00:00Z",
            ["detail"] = new JsonObject { ["bucket"] = new JsonObject { ["name"] = "inbound" }, ["object"] = new JsonObject { ["key"] = "reports/o3vrnil0" } },
        };
        var record = new JsonObject
        {
            ["messageId"] = "1",
            ["body"] = stored.ToJsonString(),
            ["eventSourceARN"] = "arn:aws:sqs:eu-west-1:123456789012:InboundQueue",
        };
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "2-report.json"), new JsonObject { ["Records"] = new JsonArray(record) }.ToJsonString());

        var run = (await CommandLineRun.OfAsync("replay", _folder.FullName)).ShouldSucceed();

        run.Output.ShouldContain("  InboundFunction: 1 message, 1 recorded, 0 ignored, 0 failed");
        run.Output.ShouldContain("marketing");
    }

    [Fact]
    public async Task Replay_APauseIntoAFile_StaysAPause()
    {
        var database = Path.Combine(_folder.FullName, "tables");
        (await CommandLineRun.OfAsync("replay", Event("alarm/bounce-rate-alarm.json"), "--database", database)).ShouldSucceed();
        var swept = (await CommandLineRun.OfAsync("replay", Event("reputation/schedule.json"), "--database", database, "--json")).ShouldSucceed().Json;
        var marketing = swept.GetProperty("entities").EnumerateArray().Single(entity => entity.GetProperty("entity").GetString() == "marketing");
        marketing.GetProperty("sending").GetString().ShouldBe("Paused");
    }

    [Fact]
    public async Task Simulate_ABadSender_ShowsItsPause()
    {
        var run = (await CommandLineRun.OfAsync("simulate", "--senders", "good:3000:0.5", "ugly:1500:8:0.1", "--seed", "3")).ShouldSucceed();
        run.Output.ShouldContain("PUT /v2/email/configuration-sets/ugly/sending  {\"SendingEnabled\": false}  200");
        run.Output.ShouldNotContain("configuration-sets/good");
        run.Output.ShouldContain("8% (120 of 1,500)");
        run.Output.ShouldContain("Subject: PAUSED: ugly");
    }

    private static string Event(string file) => Path.Combine(RepositoryRoot.Find(), "events", file);
}
