using Amazon.Runtime;
using Feedback.Cli.Connecting;
using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Tries to read parts of a set-up. A part that can't be read is noted, and the others are read all the same.</summary>
internal sealed class Attempts
{
    private readonly List<Unread> _unread = [];

    public IReadOnlyList<Unread> Unread => _unread;

    /// <summary>Returns null if the part can't be read. An expired login and a missing table are no matter of one part: they end the command.</summary>
    /// <param name="permission">The permission that the call needs.</param>
    /// <param name="on">The resource that is read.</param>
    /// <param name="read">The call.</param>
    /// <param name="cancellationToken">The token given to the call.</param>
    public async Task<T?> TryAsync<T>(string permission, string on, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (IsOfThePart(exception) && !cancellationToken.IsCancellationRequested)
        {
            Note(permission, on, AwsErrors.IsDenied(exception), exception.Message.ReplaceLineEndings(" ").Trim());
            return null;
        }
    }

    /// <summary>Notes a part that can't be read for another reason than an error.</summary>
    public void Note(string permission, string on, string why) => Note(permission, on, denied: false, why);

    private void Note(string permission, string on, bool denied, string why)
    {
        lock (_unread)
        {
            _unread.Add(new Unread(permission, on, denied, why));
        }
    }

    private static bool IsOfThePart(Exception exception) => exception switch
    {
        AmazonServiceException { ErrorCode: "ResourceNotFoundException" } => false,
        AmazonServiceException service => !AwsErrors.IsOfTheLogin(service),
        HttpRequestException or OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
