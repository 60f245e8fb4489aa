namespace Feedback.Local.Services;

/// <summary>A reply, or an error that is still to be written in the client's protocol.</summary>
internal readonly record struct ServiceAnswer(AwsReply? Reply, AwsError? Error)
{
    public static implicit operator ServiceAnswer(AwsReply reply) => new(reply, null);

    public static implicit operator ServiceAnswer(AwsError error) => new(null, error);
}
