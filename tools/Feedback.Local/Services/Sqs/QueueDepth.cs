namespace Feedback.Local.Services.Sqs;

/// <param name="Visible">Waiting to be received.</param>
/// <param name="InFlight">Received by a function that has not finished with them.</param>
internal sealed record QueueDepth(int Visible, int InFlight = 0);
