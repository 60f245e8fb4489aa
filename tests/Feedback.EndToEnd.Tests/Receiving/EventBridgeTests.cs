using System.Text.Json.Nodes;
using Feedback.EndToEnd.Tests.Events;
using Feedback.EndToEnd.Tests.Stack;
using Feedback.Local.Templates;
using Feedback.Reputation;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests.Receiving;

/// <summary>Events that come by the default event bus, sent where the rules of the template send them.</summary>
public sealed class EventBridgeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Functions = [FunctionId.Bounce, FunctionId.Complaint, FunctionId.Delivery];

    private readonly MailGenerator _events = new(seed: 95);
    private FeedbackStack _stack = null!;

    public async Task InitializeAsync() => _stack = await FeedbackStack.StartAsync(output, Functions);

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task Events_OfTheBus_AreCountedByTheFunctionOfTheirRule()
    {
        var mails = _events.Mails(30).Select(mail => mail with { Wrapping = Wrapping.EventBridge }).ToList();
        var sent = mails.Take(5).Select(mail => mail.Bounced())
            .Concat(mails.Skip(5).Take(2).Select(mail => mail.Complained()))
            .Concat(mails.Skip(7).Select(mail => mail.Delivered()))
            .GroupBy(RuledFunction)
            .ToList();

        sent.Select(part => (part.Key, part.Count())).ShouldBe([(FunctionId.Bounce, 5), (FunctionId.Complaint, 2), (FunctionId.Delivery, 23)]);
        foreach (var part in sent)
        {
            await _stack.FeedAsync(part.Key, part);
        }

        (await _stack.Tables.TallyAsync("marketing"))
            .ShouldBe(new Tally(Attempts: 30, Deliveries: 25, HardBounces: 5, SoftBounces: 0, Complaints: 2));
        (await _stack.Tables.SuppressionsAsync()).Count.ShouldBe(7);
    }

    /// <summary>While a set moves from one route to the other, it may have both.</summary>
    [Fact]
    public async Task Event_OfBothRoutes_CountsOnce()
    {
        var mails = _events.Mails(10);
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => (mail with { Wrapping = Wrapping.EventBridge }).Bounced()));
        await _stack.FeedAsync(FunctionId.Bounce, mails.Select(mail => (mail with { Wrapping = Wrapping.Sns }).Bounced()));

        (await _stack.Tables.TallyAsync("marketing"))
            .ShouldBe(new Tally(Attempts: 10, Deliveries: 0, HardBounces: 10, SoftBounces: 0, Complaints: 0));
    }

    /// <summary>The function that reads the queue of the only rule whose pattern the event matches.</summary>
    private static string RuledFunction(string body)
    {
        var sent = JsonNode.Parse(body)!;
        var template = Template.Load();
        return Functions.Single(function =>
        {
            var rule = template.Resource(function.Replace("Function", "Rule", StringComparison.Ordinal)).Properties;
            var pattern = rule.Child("EventPattern").Entries();
            var queue = template.Resource(function).Properties.Child("Events").Entries().Single().Value.Child("Properties", "Queue")!.Scalar();
            rule.Child("Targets").Items().Single().Child("Arn")!.Scalar().ShouldBe(queue);
            return pattern.All(field => field.Value.Items().Any(value => value.Scalar() == (string?)sent[field.Key]));
        });
    }
}
