namespace Feedback.Cli.Doctor;

/// <summary>Something in the set-up that is wrong or could not be checked.</summary>
/// <param name="Severity">How much it hurts.</param>
/// <param name="Check">The name of the check, such as <c>event-destinations</c>.</param>
/// <param name="About">The set, topic, queue or table that it is about.</param>
/// <param name="Problem">What is wrong, in a sentence.</param>
/// <param name="Meaning">What follows from it, in a sentence.</param>
/// <param name="Remedy">The command that mends it, or what else to do.</param>
internal sealed record Finding(Severity Severity, string Check, string About, string Problem, string Meaning, string Remedy);
