namespace Feedback.Suppression;

/// <summary>What happens if the database can't be asked. Neither says that mail may be sent.</summary>
public enum FailureBehaviour
{
    /// <summary><see cref="SuppressionList.CheckAsync"/> throws what the AWS SDK throws.</summary>
    Throw,

    /// <summary>The addresses concerned are <see cref="SuppressionVerdict.Unknown"/>; the others are answered.</summary>
    AnswerUnknown,
}
