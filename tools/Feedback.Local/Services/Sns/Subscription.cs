namespace Feedback.Local.Services.Sns;

/// <summary>A subscription to a topic.</summary>
/// <param name="Protocol">Such as sqs or email.</param>
/// <param name="Endpoint">The ARN of a queue, or an address.</param>
internal sealed record Subscription(string Protocol, string Endpoint)
{
    /// <summary>False until the endpoint has confirmed: a mailbox by its link. Endpoints of the same account are confirmed at once.</summary>
    public bool Confirmed { get; init; } = true;

    public bool Raw { get; init; }

    /// <summary>Names the subscription among those of its topic.</summary>
    public string Id => Endpoint.Split(':')[^1];
}
