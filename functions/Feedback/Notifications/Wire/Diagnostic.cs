using System.Text;

namespace Feedback.Notifications.Wire;

/// <summary>Reads what a receiving server said of a bounce, for support to read: short, on one line, and without addresses.</summary>
internal static class Diagnostic
{
    private const int MaximumLength = 200;
    private const string Address = "[address]";
    private const char Ellipsis = '…';

    /// <summary>Characters that end a word that may be an address.</summary>
    private const string Delimiters = " <>()[]{}\"',;:";

    /// <summary>Returns null if there is none. It is for display only, so a broken one is left out instead of refused.</summary>
    internal static string? Read(JsonField field)
    {
        try
        {
            return field.IsPresent ? Clean(field.String().GetString() ?? string.Empty) : null;
        }
        catch (Exception exception) when (exception is UnreadableException or InvalidOperationException)
        {
            return null;
        }
    }

    internal static string? Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var word in Words(text))
        {
            // A word with an @ is an address, or part of one.
            clean.Append(word.Contains('@') ? Address : word);
            if (clean.Length > MaximumLength)
            {
                clean.Length = MaximumLength - 1;
                clean.Length -= char.IsHighSurrogate(clean[^1]) ? 1 : 0;
                return clean.Append(Ellipsis).ToString();
            }
        }

        return clean.ToString().Trim() is { Length: > 0 } result ? result : null;
    }

    /// <summary>Splits into words and the single delimiters between them. Control characters and further white space become one space.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text)
        {
            var one = char.IsControl(character) || char.IsWhiteSpace(character) ? ' ' : character;
            if (!Delimiters.Contains(one))
            {
                word.Append(one);
                continue;
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            yield return one.ToString();
        }

        yield return word.ToString();
    }
}
