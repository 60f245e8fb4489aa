using Feedback.Local.Templates;

namespace Feedback.Cli.Running;

/// <summary>The variables by which an operator command, or an SDK, finds a deployment on this machine.</summary>
internal static class LocalEnvironment
{
    /// <param name="template">What is deployed.</param>
    /// <param name="settings">What this deployment adds.</param>
    /// <param name="endpoints">Where its services listen.</param>
    public static IReadOnlyDictionary<string, string> Of(Template template, StackSettings settings, IReadOnlyDictionary<string, string> endpoints)
    {
        // The template declares the endpoints too, empty: what comes later wins.
        var variables = new Dictionary<string, string>(template.EnvironmentOf(FeedbackFunctions.Reputation, settings));
        foreach (var (name, value) in endpoints)
        {
            variables[name] = value;
        }

        // The services of this machine take any credentials; those of the shell stay out of it.
        variables["AWS_REGION"] = settings.Region;
        variables["AWS_ACCESS_KEY_ID"] = "local";
        variables["AWS_SECRET_ACCESS_KEY"] = "local";
        variables["AWS_SESSION_TOKEN"] = "local";
        return variables;
    }
}
