using Feedback.Notifications;

namespace Feedback.Suppression;

/// <summary>Where a suppression holds: for all mail, or for the mail of one configuration set.</summary>
internal readonly record struct SuppressionScope
{
    private const string EverywhereText = "*";

    private SuppressionScope(string? configurationSet) => ConfigurationSet = configurationSet;

    /// <summary>All mail. The default, so that a scope that isn't given can't suppress too little.</summary>
    internal static SuppressionScope Everywhere => default;

    /// <summary>All mail comes first.</summary>
    internal static IComparer<SuppressionScope> Order { get; } = Comparer<SuppressionScope>.Create((one, other) =>
        string.CompareOrdinal(one.ConfigurationSet, other.ConfigurationSet));

    /// <summary>The name of the set; null for all mail.</summary>
    internal string? ConfigurationSet { get; }

    /// <param name="configurationSet">The name of the set; null for all mail.</param>
    /// <exception cref="ArgumentException">It is not a name that SES allows.</exception>
    internal static SuppressionScope Of(string? configurationSet) =>
        configurationSet is null || ConfigurationSetName.IsValid(configurationSet)
            ? new SuppressionScope(configurationSet)
            : throw new ArgumentException("It is not the name of a configuration set.", nameof(configurationSet));

    /// <summary>Reads <c>*</c> or the name of a set.</summary>
    internal static bool TryParse(string? text, out SuppressionScope scope)
    {
        var isSet = ConfigurationSetName.IsValid(text);
        scope = isSet ? new SuppressionScope(text) : Everywhere;
        return isSet || text == EverywhereText;
    }

    public override string ToString() => ConfigurationSet ?? EverywhereText;
}
