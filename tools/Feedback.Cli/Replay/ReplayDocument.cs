using Feedback.Cli.Running;
using Feedback.Cli.Status;

namespace Feedback.Cli.Replay;

/// <summary>A replay for machines.</summary>
/// <param name="Log">What the functions warned of.</param>
internal sealed record ReplayDocument(IReadOnlyList<ReplayDocument.FilePart> Files, IReadOnlyList<string> Log, IReadOnlyList<SubjectDocument> Subjects)
{
    public static ReplayDocument Of(IReadOnlyList<ReplayedFile> files, IReadOnlyList<string> log, IReadOnlyList<SubjectStatus> subjects) => new(
        [.. files.Select(FilePart.Of)], log, [.. subjects.Select(SubjectDocument.Of)]);

    internal sealed record FilePart(string File, IReadOnlyList<string> Functions, BatchReport Report)
    {
        public static FilePart Of(ReplayedFile file) => new(file.File, file.Functions, file.Report);
    }
}
