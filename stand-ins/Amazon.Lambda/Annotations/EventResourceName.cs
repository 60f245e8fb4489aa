namespace Amazon.Lambda.Annotations;

/// <summary>The logical id an event gets when its attribute names none.</summary>
internal static class EventResourceName
{
    private const int ArnParts = 6;

    /// <summary>"@Queue" gives "Queue"; an ARN gives the letters and digits of its last part.</summary>
    public static string From(string source)
    {
        if (string.IsNullOrEmpty(source))
        {
            return string.Empty;
        }

        if (source[0] == '@')
        {
            return source[1..];
        }

        var parts = source.Split(':', ArnParts);
        return parts.Length < ArnParts ? source : LettersAndDigits(parts[^1]);
    }

    public static string FromExpression(string expression)
    {
        var name = LettersAndDigits(expression ?? string.Empty);
        return name.Length > 0 ? name : "ScheduleEvent";
    }

    private static string LettersAndDigits(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
