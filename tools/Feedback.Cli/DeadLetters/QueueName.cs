namespace Feedback.Cli.DeadLetters;

/// <summary>The queues of a deployment, as they are typed.</summary>
internal enum QueueName
{
    Bounce,
    Complaint,
    Delivery,

    /// <summary>Bounces and abuse reports that come as mail. Only deployments with InboundMail have it.</summary>
    Inbound,
}
