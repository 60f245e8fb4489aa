namespace Feedback.Tests.Fakes;

/// <summary>The process died here: every later call throws it too, until a restart.</summary>
internal sealed class CrashException() : Exception("The process is dead.");
