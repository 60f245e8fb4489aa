using Feedback.Processing;

namespace Feedback.Cli.Simulation;

/// <summary>What has arrived in the queues since the last step.</summary>
/// <param name="Deliveries">The messages of the delivery queue. They alone have a time of arrival: it tells how far counting has come.</param>
/// <param name="Others">Bounces and complaints.</param>
internal sealed record Arrivals(IReadOnlyList<IncomingMessage> Deliveries, IReadOnlyList<IncomingMessage> Others);
