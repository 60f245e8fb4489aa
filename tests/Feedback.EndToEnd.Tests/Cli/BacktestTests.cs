using System.IO.Compression;
using System.Text;
using Feedback.EndToEnd.Tests.Events;
using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class BacktestTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Backtest_AnArchiveWithoutEvents_IsNoAllClear()
    {
        (await CommandLineRun.OfAsync("backtest", _folder.FullName)).ShouldFail(2, $"{_folder.FullName}: no events found.");
        (await CommandLineRun.OfAsync("replay", _folder.FullName)).ShouldFail(2, $"{_folder.FullName}: no events found.");

        var opens = Path.Combine(_folder.FullName, "opens");
        await File.WriteAllTextAsync(opens, """{"eventType":"Open","mail":{}}""");
        (await CommandLineRun.OfAsync("backtest", opens)).ShouldFail(
            2, $"{opens}: no events found except 1 of other types than bounce, complaint and delivery.");
    }

    [Theory]
    [InlineData("backtest")]
    [InlineData("replay")]
    public async Task Command_ACompressedFileWithoutItsEnd_IsNotTakenForTheWhole(string command)
    {
        var file = Path.Combine(_folder.FullName, "archive.gz");
        await using (var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest))
        {
            for (var line = 0; line < 1_000; line++)
            {
                await packed.WriteAsync(Encoding.UTF8.GetBytes($"{{\"eventType\":\"Open\",\"mail\":{{\"messageId\":\"{line * 7919:D12}\"}}}}\n"));
            }
        }

        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
        var run = await CommandLineRun.OfAsync(command, file);
        run.ExitCode.ShouldBe(2, run.Output);
        run.Error.ShouldStartWith($"{file}: ");
        run.Error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task Backtest_EveryEventOfTheRepository_LeavesOutAlarmsAndNamesWhatIsUnreadable()
    {
        var run = await CommandLineRun.OfAsync("backtest", Path.Combine(RepositoryRoot.Find(), "events"), "--json");
        run.ExitCode.ShouldBe(1, run.Error);
        run.Json.GetProperty("unreadable").GetInt32().ShouldBe(7);
        run.Json.GetProperty("problems").EnumerateArray().ShouldAllBe(problem => problem.GetString()!.Contains("/bad/"));
        run.Json.GetProperty("sets").EnumerateArray().Select(set => set.GetProperty("entity").GetString()).ShouldContain("newsletter");
    }

    /// <summary>The archive of a deployment, copied from its bucket: folders by type and day, one event a line, compressed.</summary>
    [Fact]
    public async Task Backtest_TheArchiveOfADeployment_ReadsItAsItLies()
    {
        await ArchiveAsync(TimeProvider.System.GetUtcNow().AddHours(-2));

        var page = Path.Combine(Path.GetTempPath(), $"{_folder.Name}.html");
        var run = (await CommandLineRun.OfAsync("backtest", _folder.FullName, "--json", "--report", page)).ShouldSucceed();
        (await File.ReadAllTextAsync(page)).ShouldContain("marketing");
        File.Delete(page);

        run.Json.GetProperty("events").GetInt32().ShouldBe(120);
        run.Json.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("what").GetString()).ShouldContain("Paused");
    }

    /// <summary>What was paused is not in the archive, so the report shows what the rates were and pauses nothing.</summary>
    [Fact]
    public async Task Report_OfAnArchive_ReadsItAsItLies()
    {
        await ArchiveAsync(new DateTimeOffset(2025, 3, 1, 9, 0, 0, TimeSpan.Zero));

        var report = (await CommandLineRun.OfAsync("report", "--archive", _folder.FullName, "--json")).ShouldSucceed().Json;

        var set = report.GetProperty("sets").EnumerateArray().Single(one => one.GetProperty("summary").GetProperty("entity").GetString() == "marketing");
        set.GetProperty("volume").GetProperty("attempts").EnumerateArray().Sum(count => count.GetInt64()).ShouldBe(60);
        set.GetProperty("volume").GetProperty("hardBounces").EnumerateArray().Sum(count => count.GetInt64()).ShouldBe(60);
        set.GetProperty("transitions").EnumerateArray().Select(entry => entry.GetProperty("what").GetString()).ShouldBe(["Critical"]);
        set.GetProperty("pauses").GetArrayLength().ShouldBe(0);
        report.GetProperty("from").GetDateTimeOffset().Date.ShouldBe(new DateTime(2025, 3, 1));
        report.GetProperty("to").GetDateTimeOffset().Date.ShouldBe(new DateTime(2025, 3, 1));
    }

    [Fact]
    public async Task Report_OfAnArchive_WritesThePage()
    {
        await ArchiveAsync(new DateTimeOffset(2025, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var page = Path.Combine(Path.GetTempPath(), $"{_folder.Name}.html");

        var run = (await CommandLineRun.OfAsync("report", "marketing", "--archive", _folder.FullName, "--days", "2", "--out", page)).ShouldSucceed();

        run.Output.ShouldContain($"Wrote {page}: 1 set, 2025-02-27 09:0");
        (await File.ReadAllTextAsync(page)).ShouldContain("marketing");
        File.Delete(page);
    }

    [Fact]
    public async Task Report_OfWhatIsNotInTheArchive_SaysSo()
    {
        (await CommandLineRun.OfAsync("report", "--archive", _folder.FullName)).ShouldFail(2, $"{_folder.FullName}: no events found.");
        await ArchiveAsync(new DateTimeOffset(2025, 3, 1, 9, 0, 0, TimeSpan.Zero));

        (await CommandLineRun.OfAsync("report", "nowhere", "--archive", _folder.FullName)).ShouldFail(1, "The archive has no mail of nowhere.");
        (await CommandLineRun.OfAsync("report", "--archive", _folder.FullName, "--from", "2025-03-02")).ShouldFail(
            2, "--from is after the last event of the archive.");
        (await CommandLineRun.OfAsync("report", "--archive", _folder.FullName, "--stack", "feedback")).ShouldFail(
            2, "--archive needs no deployment: leave out --stack, --env-file, --profile and --region.", "Run feedback report --help for more.");
    }

    [Fact]
    public async Task Backtest_AFolderOfEvents_TellsWhenWhoWouldHaveBeenPaused()
    {
        var bounces = Path.Combine(RepositoryRoot.Find(), "events", "bounce");
        var told = (await CommandLineRun.OfAsync("backtest", bounces, "--json")).ShouldSucceed().Json;
        told.GetProperty("complaint").EnumerateObject().Select(part => (part.Name, part.Value.GetDecimal()))
            .ShouldBe([("warning", 0.0004m), ("critical", 0.0008m), ("minimumEvents", 4m), ("representativeVolume", 7_500m)]);
        told.GetProperty("timeline").EnumerateArray()
            .Select(entry => (entry.GetProperty("entity").GetString(), entry.GetProperty("what").GetString()))
            .ShouldContain(("newsletter", "Paused"));

        var observed = (await CommandLineRun.OfAsync("backtest", bounces, "--mode", "Observe")).ShouldSucceed();
        observed.Output.ShouldContain("would alert: CRITICAL");
        observed.Output.ShouldNotContain("would PAUSE");
    }

    /// <summary>60 mails of a set, each delivered and then bounced, in the folders and files that Firehose writes.</summary>
    private async Task ArchiveAsync(DateTimeOffset sentAt)
    {
        var events = new MailGenerator(seed: 98);
        var mails = events.Mails(60, sentAt: sentAt);
        string[] bodies = [.. mails.Select(mail => mail with { Wrapping = Wrapping.None }).SelectMany(mail => (string[])[mail.Delivered(), mail.Bounced()])];
        foreach (var type in bodies.GroupBy(body => body.Contains("\"eventType\":\"Bounce\"", StringComparison.Ordinal) ? "Bounce" : "Delivery"))
        {
            var folder = _folder.CreateSubdirectory($"events/type={type.Key}/day=2026-11-21");
            await using var packed = new GZipStream(File.Create(Path.Combine(folder.FullName, "feedback-ArchiveStream-1-2026.gz")), CompressionLevel.Fastest);
            await packed.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(type.Select(body => body + "\n"))));
        }
    }
}
