using Feedback.Cli.Running;

namespace Feedback.Cli.Replay;

/// <summary>A file, and what its functions made of it.</summary>
internal sealed record ReplayedFile(string File, IReadOnlyList<string> Functions, BatchReport Report);
