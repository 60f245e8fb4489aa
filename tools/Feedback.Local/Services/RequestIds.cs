namespace Feedback.Local.Services;

/// <summary>Generates request ids. They are unique among all processes of this machine, since functions may use them as tokens.</summary>
internal static class RequestIds
{
    public static string Next() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
}
