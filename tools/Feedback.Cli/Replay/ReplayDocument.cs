using Feedback.Cli.Running;
using Feedback.Cli.Status;

namespace Feedback.Cli.Replay;

/// <summary>A replay as JSON.</summary>
/// <param name="Log">The functions' warnings and errors.</param>
internal sealed record ReplayDocument(IReadOnlyList<ReplayDocument.FilePart> Files, IReadOnlyList<string> Log, IReadOnlyList<EntityDocument> Entities)
{
    public static ReplayDocument Of(IReadOnlyList<ReplayedFile> files, IReadOnlyList<string> log, IReadOnlyList<EntityStatus> entities) => new(
        [.. files.Select(FilePart.Of)], log, [.. entities.Select(EntityDocument.Of)]);

    internal sealed record FilePart(string File, IReadOnlyList<string> Functions, BatchReport Report)
    {
        public static FilePart Of(ReplayedFile file) => new(file.File, file.Functions, file.Report);
    }
}
