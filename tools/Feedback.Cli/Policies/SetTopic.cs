using Feedback.Configuration;

namespace Feedback.Cli.Policies;

/// <summary>
/// Where the functions of a deployment may publish: to its own alarm topic, and to topics of its account and Region whose names begin as
/// <c>template.yaml</c> has it. To any other a set's alerts would be refused, one after the other.
/// </summary>
internal static class SetTopic
{
    public const string Prefix = "feedback-alarm-";

    /// <summary>Why the functions may not publish there; none for what is no ARN of a topic, which is another problem.</summary>
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
