using Feedback.Cli.Composition;
using Feedback.Cli.Replay;
using Feedback.Local;
using Feedback.Tests.Events;
using Feedback.Tests.Notifications;

namespace Feedback.Tests.Cli;

public sealed class EventFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");

    public static TheoryData<string> Files => [.. SamplePayloads.All().Where(file => file != "env.json")];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_AnEventOfLambda_GoesAsItIsToTheFunctionOfItsFolder(string file)
    {
        var path = Path.Combine(RepositoryRoot.Find(), "events", file);
        var payload = EventFile.Read(path).Payloads.ShouldHaveSingleItem();
        payload.Json.ShouldBe(File.ReadAllText(path));
        payload.Function.ShouldBe(file.Split('/')[0] switch
        {
            "complaint" => "ComplaintFunction",
            "delivery" => "DeliveryFunction",
            "alarm" => "AlarmFunction",
            "reputation" => "ReputationFunction",
            _ => "BounceFunction",
        });
    }

    [Fact]
    public void Read_ASetThatAnAlarmIsAbout_IsNamed() =>
        EventFile.Read(Path.Combine(RepositoryRoot.Find(), "events/alarm/bounce-rate-alarm.json")).Payloads[0].ConfigurationSets.ShouldBe(["marketing"]);

    [Fact]
    public void Read_LinesOfSesEvents_AreBatchedForTheFunctionOfTheirKind()
    {
        var lines = Enumerable.Repeat(SesJson.Bounce().ToJsonString(), 150)
            .Append(SesJson.Complaint().ToJsonString())
            .Append("")
            .Append(SesJson.Delivery().ToJsonString());
        var file = EventFile.Read(Write(string.Join('\n', lines)));
        file.Payloads.Select(payload => (payload.Function, payload.Messages)).ShouldBe(
            [("BounceFunction", 100), ("BounceFunction", 50), ("ComplaintFunction", 1), ("DeliveryFunction", 1)]);
        file.Payloads.ShouldAllBe(payload => payload.ConfigurationSets.Single() == "marketing");
    }

    [Fact]
    public void Read_AnArrayAndASingleEvent_AreRead()
    {
        EventFile.Read(Write($"[{SesJson.Bounce().ToJsonString()},\n{SesJson.Delivery().ToJsonString()}]")).Payloads.Count.ShouldBe(2);
        EventFile.Read(Write(SesJson.Complaint().ToString())).Payloads.ShouldHaveSingleItem().Function.ShouldBe("ComplaintFunction");
    }

    [Fact]
    public void Read_WithAFunction_GoesThere() =>
        EventFile.Read(Write(SesJson.Complaint().ToString()), "BounceFunction").Payloads.ShouldHaveSingleItem().Function.ShouldBe("BounceFunction");

    [Theory]
    [InlineData("")]
    [InlineData("To whom it may concern")]
    public void Read_NoEvents_IsSaid(string text) => Should.Throw<UsageException>(() => EventFile.Read(Write(text)));

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, "events.jsonl");
        File.WriteAllText(file, text);
        return file;
    }
}
