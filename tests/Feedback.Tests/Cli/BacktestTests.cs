using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Feedback.Cli.Backtest;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation;
using Feedback.Deciding;
using Feedback.Local;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

public sealed class BacktestTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly SesEventWriter Writer = new("123456789012", "eu-west-1");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_AnArchiveInAnyOrder_PausesInTheMinuteOfTheCrossing()
    {
        // 960 deliveries, then a bounce every half minute. Below 1,000 attempts 2 % must be statistically certain, first with 29 bounces.
        // The 40th, at 10:30:00, makes 4 % of 1,000; its minute has one more.
        var lines = Archive(960, bounces: 60).ToArray();
        new Random(1).Shuffle(lines);
        var result = await RunAsync(lines, Policy.Default);

        result.IsWhole.ShouldBeTrue();
        result.Events.ShouldBe(1_020);
        var ofTheSet = result.Timeline.Where(entry => entry.Entity.Name == "news");
        ofTheSet.Select(entry => (entry.At, entry.Kind, entry.Worst!.Value.Events, entry.Worst.Value.Trials)).ShouldBe(
        [
            (Start.AddMinutes(25), AlertKind.Warning, 29, 989),
            (Start.AddMinutes(31), AlertKind.Paused, 41, 1_001),
        ]);
        var mail = result.Sets.ShouldHaveSingleItem();
        mail.PausedAt.ShouldBe(Start.AddMinutes(31));
        mail.All.ShouldBe(new Tally(1_020, 960, 60, 0, 0));
        mail.AfterPause.ShouldBe(new Tally(19, 0, 19, 0, 0));
    }

    [Fact]
    public async Task Run_InModeObserve_AlertsAndPausesNothing()
    {
        var result = await RunAsync([.. Archive(960, bounces: 60)], Policy.Default with { Mode = Mode.Observe });
        result.Timeline.Where(entry => entry.Entity.Name == "news").Select(entry => entry.Kind).ShouldBe([AlertKind.Warning, AlertKind.Critical]);
        result.Sets.ShouldHaveSingleItem().PausedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Run_WithOtherThresholds_DecidesByThose()
    {
        var result = await RunAsync([.. Archive(960, bounces: 60)], Policy.Default with { Bounce = new Thresholds(0.06m, 0.08m, 5, 1_000) });
        result.Timeline.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_AfterQuietDays_TellsOfTheRecoveryWhenTheWindowHasSlid()
    {
        var later = new SimulatedEvent.Delivery(Message(9_999, Start.AddDays(3)), Start.AddDays(3));
        var result = await RunAsync(
            [.. Archive(960, bounces: 30, bouncesSentAt: Start), Line(later)],
            Policy.Default with { Windows = [Window.Parse("1h"), Window.Parse("24h")] });
        result.Timeline.Where(entry => entry.Entity.Name == "news").Select(entry => (entry.At, entry.Kind)).ShouldBe(
        [
            (Start.AddMinutes(25), AlertKind.Warning),
            (Start.AddDays(1).AddMinutes(15), AlertKind.Recovered),
        ]);
    }

    [Fact]
    public async Task Run_OfUnreadableLines_SaysWhichAndGoesOn()
    {
        var result = await RunAsync([.. Archive(2, bounces: 0), """{"eventType":"Delivery"}""", "{", """{"eventType":"Open","mail":{}}"""], Policy.Default);
        (result.Events, result.Unreadable, result.Ignored).ShouldBe((2, 2, 1));
        result.Problems.Count.ShouldBe(2);
        result.Problems[0].ShouldContain(":3: ");
        result.Problems[1].ShouldContain(":4: ");
    }

    [Fact]
    public void Read_EventsOfLambdaAndArrays_AreTakenApart()
    {
        var body = Archive(1, bounces: 0).Single();
        var records = $$"""{"Records": [{"messageId": "1", "body": "{{JsonEncodedText.Encode(body)}}"}, {"messageId": "2"}]}""";
        ArchiveFile.Read(Write(records)).Select(found => found.Body).ShouldBe([body, ""]);
        ArchiveFile.Read(Write($"[\n{body},\n{body}\n]")).Count().ShouldBe(2);
        ArchiveFile.Read(Write($"{body}\n\n{records}\n")).Count().ShouldBe(3);
        Should.Throw<UsageException>(() => ArchiveFile.Read(Write("To whom it may concern")).ToList());
    }

    [Fact]
    public void Read_ACompressedFile_IsUnpackedAsItIsRead()
    {
        var body = Archive(1, bounces: 0).Single();
        ArchiveFile.Read(Compress($"{body}\n{body}\n")).Count().ShouldBe(2);
    }

    [Fact]
    public void Read_AlarmsOfCloudWatch_AreLeftOut()
    {
        using var archive = Feedback.Cli.Backtest.Archive.Read(
            [Path.Combine(RepositoryRoot.Find(), "events/alarm/bounce-rate-alarm.json")], CancellationToken.None);
        (archive.Events.Count, archive.Ignored, archive.Unreadable).ShouldBe((0, 1, 0));
    }

    private Task<BacktestResult> RunAsync(string[] lines, Policy policy) =>
        Backtester.RunAsync([Write(string.Join('\n', lines))], policy, report: null, SilentProgress.Instance, CancellationToken.None);

    private static IEnumerable<string> Archive(int deliveries, int bounces, DateTimeOffset? bouncesSentAt = null)
    {
        for (var number = 0; number < deliveries; number++)
        {
            yield return Line(new SimulatedEvent.Delivery(Message(number, Start), Start.AddSeconds(1)));
        }

        for (var number = 1; number <= bounces; number++)
        {
            var at = Start.AddMinutes(number / 2.0 + 10);
            yield return Line(new SimulatedEvent.Bounce(Message(deliveries + number, bouncesSentAt ?? at), at, $"feedback-{number}", BounceReason.General));
        }
    }

    private static SimulatedMessage Message(int number, DateTimeOffset sentAt) =>
        new(
            "news",
            $"0102019abcdef012-{number:00000000}-0000-0000-0000-000000000000-000000",
            $"reader.{number}@inbox.example",
            sentAt,
            MessageFate.Delivered,
            Reason: null);

    private static string Line(SimulatedEvent happened) => Writer.Write(new Notification(happened, happened.OccurredAt, NotificationForm.Raw));

    private string Compress(string text)
    {
        var file = Path.Combine(_folder.FullName, "archive");
        using var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
        return file;
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, "archive.jsonl");
        File.WriteAllText(file, text);
        return file;
    }
}
