using System.Globalization;
using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Configuration;

/// <summary>Reads single variables and collects the problems found.</summary>
internal sealed class VariableReader(Func<string, string?> variable)
{
    private const int AccountIdLength = 12;

    private readonly List<string> _problems = [];

    internal void Problem(string problem) => _problems.Add(problem);

    internal void ThrowIfAnyProblem()
    {
        if (_problems.Count > 0)
        {
            throw new SettingsException(_problems);
        }
    }

    internal string Optional(string name, string otherwise) => variable(name) is { Length: > 0 } text ? text : otherwise;

    internal string Required(string name)
    {
        var text = Optional(name, string.Empty);
        if (text.Length == 0)
        {
            Problem($"{name} is not set.");
        }

        return text;
    }

    internal string? TopicArn(string name, string? otherwise)
    {
        var text = Optional(name, otherwise ?? string.Empty);
        if (text.Length > 0 && !(text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':') is [_, _, "sns", _, _, { Length: > 0 }]))
        {
            Problem($"{name} is '{text}': the ARN of an SNS topic is expected.");
        }

        return text.Length > 0 ? text : null;
    }

    /// <summary>Reads account ids that are separated by commas.</summary>
    internal IReadOnlySet<string> AccountIds(string name)
    {
        var ids = Optional(name, string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        if (ids.Any(id => id.Length != AccountIdLength || !id.All(char.IsAsciiDigit)))
        {
            Problem($"{name} is '{string.Join(',', ids)}': account ids of twelve digits, separated by commas, are expected.");
        }

        return ids;
    }

    /// <summary>Reads mail addresses that are separated by commas.</summary>
    internal IReadOnlyList<string> Addresses(string name, int most)
    {
        var addresses = Optional(name, string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length > most || addresses.Any(address => address.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || address.Contains(' ')))
        {
            Problem($"{name} is '{string.Join(',', addresses)}': up to {most} mail addresses, separated by commas, are expected.");
        }

        return addresses;
    }

    /// <summary>Reads a secret, which no problem may quote.</summary>
    internal RecipientHashKey? HashKey(string name)
    {
        var text = Optional(name, string.Empty);
        if (text.StartsWith("{{resolve:", StringComparison.Ordinal))
        {
            Problem($"{name} is a reference that only CloudFormation resolves: give the secret's value.");
            return null;
        }

        if (text.Length is > 0 and < RecipientHashKey.LeastLength)
        {
            Problem($"{name} has {text.Length} characters: at least {RecipientHashKey.LeastLength} are expected.");
            return null;
        }

        return text.Length == 0 ? null : new RecipientHashKey(text);
    }

    internal bool Truth(string name, bool otherwise)
    {
        var text = Optional(name, otherwise ? "true" : "false");
        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        Problem($"{name} is '{text}': true or false is expected.");
        return otherwise;
    }

    internal long Whole(string name, long otherwise, long least, long most)
    {
        var text = Optional(name, otherwise.ToString(CultureInfo.InvariantCulture));
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Problem($"{name} is '{text}': a whole number from {least} to {most} is expected.");
        return otherwise;
    }

    /// <summary>Reads a percentage and returns it as a fraction.</summary>
    internal decimal Percent(string name, decimal otherwise)
    {
        var text = Optional(name, (otherwise * 100).ToString(CultureInfo.InvariantCulture));
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100)
        {
            return percent / 100;
        }

        Problem($"{name} is '{text}': percent above 0 and up to 100 are expected, such as 4 or 0.08.");
        return otherwise;
    }

    internal T OneOf<T>(string name, T otherwise)
        where T : struct, Enum
    {
        var text = Optional(name, otherwise.ToString());
        if (Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        Problem($"{name} is '{text}': one of {string.Join(", ", Enum.GetNames<T>())} is expected.");
        return otherwise;
    }

    internal IReadOnlyList<Window> Windows(string name, IReadOnlyList<Window> otherwise)
    {
        var parts = Optional(name, string.Join(',', otherwise)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var windows = new List<Window>();
        foreach (var part in parts)
        {
            if (Window.TryParse(part, out var window))
            {
                windows.Add(window);
            }
            else
            {
                Problem($"{name} holds '{part}': a window is written 15m, 1h, 24h or 7d, in whole quarters of an hour, 90 days at most.");
            }
        }

        if (parts.Length == 0)
        {
            Problem($"{name} has no window.");
        }

        return windows.Count > 0 ? windows.OrderBy(w => w.Length).Distinct().ToList() : otherwise;
    }
}
