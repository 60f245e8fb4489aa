namespace Feedback.Local.Services;

/// <summary>Ids as AWS gives them: unique for all processes of this machine, as functions may take them for tokens.</summary>
internal static class RequestIds
{
    public static string Next() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
}
