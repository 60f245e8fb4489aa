namespace Feedback.Suppression;

/// <summary>Identifies one cause of an entry: a reason, and the scope in which it holds.</summary>
internal readonly record struct SuppressionKey
{
    private SuppressionKey(SuppressionReason reason, SuppressionScope scope) => (Reason, Scope) = (reason, scope);

    /// <summary>By reason, and then by scope with all mail first.</summary>
    internal static IComparer<SuppressionKey> Order { get; } = Comparer<SuppressionKey>.Create((one, other) =>
        one.Reason == other.Reason ? SuppressionScope.Order.Compare(one.Scope, other.Scope) : one.Reason.CompareTo(other.Reason));

    public SuppressionReason Reason { get; }

    public SuppressionScope Scope { get; }

    /// <summary>A reason that is about the mailbox holds everywhere, whatever <paramref name="scope"/> says.</summary>
    internal static SuppressionKey Of(SuppressionReason reason, SuppressionScope scope) =>
        new(reason, SuppressionReasons.CanBeScoped(reason) ? scope : SuppressionScope.Everywhere);

    public override string ToString() => $"{Reason} in {Scope}";
}
