namespace Feedback.Deciding;

/// <summary>Who or what caused a transition.</summary>
/// <param name="Key">What the history keeps. An operator has a prefix, so that no name can be taken for another actor.</param>
internal readonly record struct Actor(string Key)
{
    private const string OperatorPrefix = "operator/";

    /// <summary>Feedback, by the rates it counts itself.</summary>
    internal static Actor Feedback { get; } = new("Feedback");

    /// <summary>SES, by a CloudWatch alarm on its own reputation metrics.</summary>
    internal static Actor Ses { get; } = new("SES");

    /// <summary>A person or program that changed sending in SES directly; CloudTrail knows which.</summary>
    internal static Actor Elsewhere { get; } = new("Elsewhere");

    /// <summary>The name that is shown.</summary>
    internal string Name => Key.StartsWith(OperatorPrefix, StringComparison.Ordinal) ? Key[OperatorPrefix.Length..] : Key;

    /// <summary>A person at the <c>feedback</c> command line.</summary>
    internal static Actor Operator(string name) => new(OperatorPrefix + name);

    /// <summary>The actor behind a pause that SES confirmed.</summary>
    internal static Actor Of(PausedBy pausedBy) => pausedBy == PausedBy.Feedback ? Feedback : Elsewhere;

    public override string ToString() => Name;
}
