using Feedback.Local;

namespace Feedback.EndToEnd.Tests;

/// <summary>The built functions under test: what `make publish` made, or the folder FEEDBACK_ARTIFACT names (a Native AOT build, say).</summary>
internal static class Artifact
{
    internal static string Folder =>
        Environment.GetEnvironmentVariable("FEEDBACK_ARTIFACT") is { Length: > 0 } folder
            ? Path.GetFullPath(folder, RepositoryRoot.Find())
            : Path.Combine(RepositoryRoot.Find(), "artifacts", "function");
}
