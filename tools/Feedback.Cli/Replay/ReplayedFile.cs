using Feedback.Cli.Running;

namespace Feedback.Cli.Replay;

/// <summary>A replayed file and the result of its invocations.</summary>
internal sealed record ReplayedFile(string File, IReadOnlyList<string> Functions, BatchReport Report);
