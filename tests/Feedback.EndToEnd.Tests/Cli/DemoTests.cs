using System.Text.Json;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class DemoTests
{
    [Fact]
    public async Task Demo_AsJson_PausesTheBadSenderCountsExactlyAndChangesNothingWhenReplayed()
    {
        var demo = (await CommandLineRun.OfAsync("demo", "--json", "--seed", "7", "--messages", "20000")).ShouldSucceed().Json;
        demo.GetProperty("ok").GetBoolean().ShouldBeTrue();
        demo.GetProperty("checks").EnumerateArray().ShouldAllBe(check => check.GetProperty("holds").GetBoolean());
        demo.GetProperty("itemsChangedByReplay").GetInt32().ShouldBe(0);

        var senders = demo.GetProperty("senders").EnumerateArray()
            .ToDictionary(sender => sender.GetProperty("configurationSet").GetString()!, sender => sender.GetProperty("counted"));
        Numbers(senders["healthy-newsletter"]).ShouldBe((20_000, 19_802, 120, 80, 2));
        Numbers(senders["bought-list"]).ShouldBe((20_000, 18_744, 1_200, 80, 37));

        var mails = demo.GetProperty("mails").EnumerateArray()
            .Select(mail => $"{mail.GetProperty("kind").GetString()} {mail.GetProperty("about").GetString()}")
            .ToList();
        mails.ShouldBeUnique();
        mails.ShouldContain("Paused bought-list");
        mails.ShouldContain("Critical account");
        demo.GetProperty("sendingChanges").EnumerateArray().Count(call => call.GetProperty("configurationSet").GetString() == "bought-list").ShouldBe(1);

        var story = demo.GetProperty("story");
        story.GetProperty("paused").GetString().ShouldBe("bought-list");
        story.GetProperty("untouched").GetString().ShouldBe("healthy-newsletter");
        story.GetProperty("secondsToPause").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        story.GetProperty("messages").GetInt32().ShouldBe(20_000);
        story.GetProperty("messagesStopped").GetInt32().ShouldBeInRange(10_000, 19_000);
        story.GetProperty("setMails").EnumerateArray().Last().GetString()!.ShouldStartWith("PAUSED: bought-list");

        var entities = demo.GetProperty("entities").EnumerateArray().ToDictionary(entity => entity.GetProperty("entity").GetString()!);
        entities["healthy-newsletter"].GetProperty("normal").GetBoolean().ShouldBeTrue();
        entities["bought-list"].GetProperty("sending").GetString().ShouldBe("Paused");
    }

    private static (int Attempts, int Deliveries, int Hard, int Soft, int Complaints) Numbers(JsonElement counts) => (
        counts.GetProperty("attempts").GetInt32(),
        counts.GetProperty("deliveries").GetInt32(),
        counts.GetProperty("hardBounces").GetInt32(),
        counts.GetProperty("softBounces").GetInt32(),
        counts.GetProperty("complaints").GetInt32());
}
