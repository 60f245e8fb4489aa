namespace Feedback.Reputation;

/// <summary>How bad an entity's rates are. Ascending, so that the worse of two is the larger.</summary>
internal enum Level
{
    Normal,
    Warning,
    Critical,
}
