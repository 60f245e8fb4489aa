namespace Feedback.Local.Services.Sqs;

/// <param name="Visible">Messages waiting to be received.</param>
/// <param name="InFlight">Messages received by a function that has not finished.</param>
/// <param name="Delayed">Messages sent with a delay that is not over.</param>
internal sealed record QueueDepth(int Visible, int InFlight = 0, int Delayed = 0);
