namespace Feedback.Functions.Checking;

/// <summary>Why there is no answer, in one sentence without an address.</summary>
internal sealed record CheckProblem(string Message);
