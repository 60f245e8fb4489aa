using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>The key under which the suppression table holds an address, for programs that read the table themselves.</summary>
public static class AddressKey
{
    /// <summary>
    /// Normalises an address in any spelling: without display name and white space, in lower case, with an international domain in its ASCII
    /// form. Returns false for what is no e-mail address; then don't send to it.
    /// </summary>
    /// <param name="address">The address as a person or a program may write it.</param>
    /// <param name="key">The key; empty if there is none.</param>
    /// <param name="problem">What is wrong, without repeating the address; empty on success.</param>
    public static bool TryCreate(string? address, out string key, out string problem)
    {
        problem = AddressSpelling.Canonicalise(address ?? string.Empty, out var value);
        key = problem.Length == 0 ? value : string.Empty;
        return problem.Length == 0;
    }
}
