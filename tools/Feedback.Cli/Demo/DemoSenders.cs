using Feedback.Cli.Simulation;

namespace Feedback.Cli.Demo;

/// <summary>The two senders of the demo. No configuration set in events/ has one of their names.</summary>
internal static class DemoSenders
{
    public const int LeastMessages = 20_000;

    public static Sender Healthy(int messages) => new("healthy-newsletter", messages, BounceRate: 0.006m, ComplaintRate: 0.0001m);

    public static Sender Bad(int messages) => new("bought-list", messages, BounceRate: 0.06m, ComplaintRate: 0.002m);
}
