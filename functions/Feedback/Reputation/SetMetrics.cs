namespace Feedback.Reputation;

/// <summary>Which configuration sets have CloudWatch metrics of their own. The account always has.</summary>
internal enum SetMetrics
{
    /// <summary>None.</summary>
    None,

    /// <summary>Sets at warning or worse, while they are.</summary>
    Troubled,

    /// <summary>Every set, every 15 minutes. CloudWatch bills three custom metrics for each.</summary>
    All,
}
