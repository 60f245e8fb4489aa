namespace Feedback.Reputation;

internal enum Signal
{
    /// <summary>Hard bounces over attempts.</summary>
    Bounce,

    /// <summary>Complaints over deliveries.</summary>
    Complaint,
}
