namespace Feedback.Functions.Checking;

/// <summary>The body of <c>POST /check</c>.</summary>
/// <param name="Addresses">In any spelling.</param>
/// <param name="Scope">The configuration set that sends, or <c>*</c> for mail without one.</param>
internal sealed record CheckRequest(IReadOnlyList<string?>? Addresses, string? Scope);
