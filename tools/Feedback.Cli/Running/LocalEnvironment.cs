using Feedback.Local.Templates;

namespace Feedback.Cli.Running;

/// <summary>Returns the variables by which an operator command or an SDK finds a deployment on this machine.</summary>
internal static class LocalEnvironment
{
    /// <param name="template">The deployed template.</param>
    /// <param name="settings">The settings of this deployment.</param>
    /// <param name="endpoints">The endpoints of its services.</param>
    public static IReadOnlyDictionary<string, string> Of(Template template, StackSettings settings, IReadOnlyDictionary<string, string> endpoints)
    {
        // The template also declares the endpoints, with empty values; later entries win.
        var variables = new Dictionary<string, string>(template.EnvironmentOf(FeedbackFunctions.Reputation, settings));
        foreach (var (name, value) in endpoints)
        {
            variables[name] = value;
        }

        // The local services accept any credentials; the shell's real ones are not used.
        variables["AWS_REGION"] = settings.Region;
        variables["AWS_ACCESS_KEY_ID"] = "local";
        variables["AWS_SECRET_ACCESS_KEY"] = "local";
        variables["AWS_SESSION_TOKEN"] = "local";
        return variables;
    }
}
