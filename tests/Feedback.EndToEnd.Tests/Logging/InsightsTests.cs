using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Lambda;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Logging;

/// <summary>The documented queries over what the built functions really log.</summary>
public sealed class InsightsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MailGenerator _events = new(seed: 31);
    private readonly List<LogRecord> _log = [];
    private string _unreadable = "";

    public async Task InitializeAsync()
    {
        await using var stack = await FeedbackStack.StartAsync(output, FunctionId.Bounce, FunctionId.Delivery);
        var mails = _events.Mails(200);
        await stack.FeedAsync(FunctionId.Delivery, mails.Skip(60).Select(mail => mail.Delivered()));
        await stack.FeedAsync(FunctionId.Bounce, mails.Take(30).Select(mail => mail.Bounced()));
        await stack.FeedAsync(FunctionId.Bounce, mails.Skip(30).Take(30).Select(mail => mail.Bounced()));
        _unreadable = (await stack.BatchAsync(FunctionId.Bounce, SqsBatches.Messages(["no SES event"]))).ShouldHaveSingleItem();
        (await stack.Deployment.InvokeAsync(FunctionId.Bounce, "not JSON")).Error.ShouldNotBeNull();

        // A line may come later than the response, but not later than the end of its process.
        await stack.Host(FunctionId.Bounce).KillAsync();
        await stack.Host(FunctionId.Delivery).KillAsync();
        _log.AddRange(stack.Log.Select(LogRecord.Read));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Queries_InTheDocuments_NameOnlyFieldsThatLinesHave()
    {
        DocumentedQueries.All.Select(query => query.Name).ShouldBe(["What failed", "What was paused", "Slowest batches"]);
        foreach (var query in DocumentedQueries.All)
        {
            foreach (var field in query.Fields)
            {
                _log.ShouldContain(record => record.Fields.Contains(field), $"{query.Name}: {field}");
            }
        }
    }

    [Fact]
    public void WhatFailed_OverAWholeLog_IsWhatFailedAndNothingElse()
    {
        var rows = Run("What failed");

        rows.Select(row => row["event"]).ShouldBe(["InvocationFailed", "MessageUnreadable"]);
        rows[0]["exception"].ShouldBeOfType<string>().ShouldContain("JsonSerializerException");
        rows[0]["requestId"].ShouldBeOfType<string>().ShouldNotBeEmpty();
        rows[1]["message"].ShouldBeOfType<string>().ShouldContain(_unreadable);
        rows.ShouldAllBe(row => (string?)row["@log"] == FunctionId.Bounce);
    }

    [Fact]
    public void WhatWasPaused_OverAWholeLog_IsEachPauseWithItsReason()
    {
        var row = Run("What was paused").ShouldHaveSingleItem();

        row["ConfigurationSet"].ShouldBe("marketing");
        row["PausedBy"].ShouldBe("Feedback");
        row["Why"].ShouldBeOfType<string>().ShouldContain("attempts hard-bounced in 1h");
    }

    [Fact]
    public void SlowestBatches_OverAWholeLog_AreAllBatchesByTheirTime()
    {
        var rows = Run("Slowest batches");

        rows.Select(row => row["Messages"]).ShouldBe([140d, 30d, 30d, 1d], ignoreOrder: true);
        rows.Select(row => row["Milliseconds"]).ShouldBe(rows.Select(row => row["Milliseconds"]).OfType<double>().OrderDescending().Cast<object?>());
        rows.Sum(row => row["Recorded"].ShouldBeOfType<double>()).ShouldBe(200);
        rows.ShouldAllBe(row => row["requestId"] != null);
    }

    private List<Dictionary<string, object?>> Run(string query)
    {
        var parsed = DocumentedQueries.Named(query);
        return [.. parsed.Run(_log).Select(row => parsed.Fields.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
