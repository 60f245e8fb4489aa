namespace Feedback.Functions.Checking;

/// <summary>The answers, in the order of the addresses.</summary>
internal sealed record CheckResponse(IReadOnlyList<CheckAnswer> Answers);
