namespace Feedback.Local.Services.Sqs;

/// <param name="Visible">Waiting to be received.</param>
/// <param name="InFlight">Received by a function that has not finished with them.</param>
/// <param name="Delayed">Sent with a delay that is not over.</param>
internal sealed record QueueDepth(int Visible, int InFlight = 0, int Delayed = 0);
