namespace Feedback.Suppression;

/// <summary>The behaviour when the database can't be asked. Under neither value is an address reported as one that may be mailed.</summary>
public enum FailureBehaviour
{
    /// <summary><see cref="SuppressionList.CheckAsync"/> throws what the AWS SDK throws.</summary>
    Throw,

    /// <summary>The addresses concerned are <see cref="SuppressionVerdict.Unknown"/>; the others are answered.</summary>
    AnswerUnknown,
}
