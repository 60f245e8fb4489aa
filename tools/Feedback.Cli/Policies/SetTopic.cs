using Feedback.Configuration;

namespace Feedback.Cli.Policies;

/// <summary>
/// Checks a set's alarm topic: the functions may publish only to the deployment's own topic, and to topics of its account and Region whose
/// names begin with a prefix from <c>template.yaml</c>. Alerts to any other topic would be refused, every time.
/// </summary>
internal static class SetTopic
{
    public const string Prefix = "feedback-alarm-";

    /// <summary>Returns the reasons why the functions may not publish there; none for text that isn't a topic ARN, which is reported elsewhere.</summary>
    public static IEnumerable<string> Problems(string arn, Settings settings)
    {
        if (arn == settings.AlarmTopicArn || arn.Split(':') is not [_, _, "sns", var region, var account, var name])
        {
            yield break;
        }

        var (here, mine) = (settings.Deployment.Region, settings.Deployment.AccountId);
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            yield return Problem(arn, $"the functions may publish only to topics whose names begin with {Prefix}.");
        }

        if (here != "unknown" && region != here)
        {
            yield return Problem(arn, $"the functions may publish only to topics in {here}.");
        }

        if (mine.Length > 0 && account != mine)
        {
            yield return Problem(arn, $"the functions may publish only to topics of account {mine}.");
        }
    }

    private static string Problem(string arn, string why) => $"{PolicyReader.AlarmTopicArn} is '{arn}': {why}";
}
