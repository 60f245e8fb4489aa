using Feedback.Local;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The variables with which an operator's commands find a deployment on this machine.</summary>
internal static class OperatorEnvironment
{
    internal static IReadOnlyDictionary<string, string> Of(LocalDeployment deployment)
    {
        var variables = new Dictionary<string, string>(Template.Load().EnvironmentOf("ReputationFunction", deployment.Settings));
        foreach (var (name, value) in deployment.EndpointVariables)
        {
            variables[name] = value;
        }

        variables["AWS_REGION"] = deployment.Settings.Region;
        variables["AWS_ACCESS_KEY_ID"] = "local";
        variables["AWS_SECRET_ACCESS_KEY"] = "local";
        return variables;
    }
}
