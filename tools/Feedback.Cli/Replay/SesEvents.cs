using Feedback.Cli.Running;
using Feedback.Notifications;

namespace Feedback.Cli.Replay;

/// <summary>Groups SES events, in any wrapping, into batches for the function of their type.</summary>
internal static class SesEvents
{
    public static IReadOnlyList<Payload> Batches(IEnumerable<string> bodies, string? function) =>
    [
        .. bodies
            .GroupBy(body => function ?? FunctionFor(body))
            .SelectMany(of => of.Chunk(FeedbackFunctions.BatchSize(of.Key)).Select(batch => new Payload(of.Key, Json: null, batch, ConfigurationSets(batch)))),
    ];

    public static IReadOnlyList<string> ConfigurationSets(IEnumerable<string> bodies) =>
    [
        .. bodies.Select(NotificationParser.Parse)
            .OfType<ParsedNotification.Event>()
            .Select(read => read.Feedback.ConfigurationSet)
            .OfType<string>()
            .Distinct(),
    ];

    private static string FunctionFor(string body) =>
        NotificationParser.Parse(body) is ParsedNotification.Event read ? FeedbackFunctions.Of(read.Feedback.Kind) : FeedbackFunctions.Bounce;
}
