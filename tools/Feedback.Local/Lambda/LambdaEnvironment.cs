using System.Globalization;
using Feedback.Local.Templates;

namespace Feedback.Local.Lambda;

/// <summary>
/// Returns the variables that Lambda gives a function, and no others: a function that needs a variable of a developer's shell must fail
/// here as it would when deployed.
/// </summary>
internal static class LambdaEnvironment
{
    // Without these, Windows can't open sockets or find the folder for temporary files.
    private static readonly string[] NeededByWindows = ["SystemRoot", "TEMP", "TMP", "USERPROFILE"];

    /// <param name="overrides">Variables that replace those of the template, but not those that identify the function.</param>
    public static IReadOnlyDictionary<string, string> Of(
        FunctionDefinition function, StackSettings settings, string artifactFolder, string runtimeApi, IReadOnlyDictionary<string, string> overrides)
    {
        var variables = Given(function, settings, artifactFolder);
        if (function.LogLevel is { } level)
        {
            variables["AWS_LAMBDA_LOG_LEVEL"] = level;
        }

        foreach (var (name, value) in function.Environment.Concat(overrides))
        {
            variables[name] = value;
        }

        variables["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        variables["_HANDLER"] = function.Handler;
        foreach (var name in NeededByWindows)
        {
            if (OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables[name] = value;
            }
        }

        return variables;
    }

    private static Dictionary<string, string> Given(FunctionDefinition function, StackSettings settings, string artifactFolder) => new()
    {
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize.ToString(CultureInfo.InvariantCulture),
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
        ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
        ["AWS_LAMBDA_LOG_FORMAT"] = function.LogFormat,
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = "local",
        ["AWS_EXECUTION_ENV"] = "AWS_Lambda_dotnet10",
        ["AWS_REGION"] = settings.Region,
        ["AWS_DEFAULT_REGION"] = settings.Region,
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_SESSION_TOKEN"] = "local",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["LAMBDA_TASK_ROOT"] = Path.GetFullPath(artifactFolder),
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = Path.GetTempPath(), // keeps the developer's ~/.aws/config out
        ["LANG"] = "en_US.UTF-8",
        ["TZ"] = ":UTC",
    };
}
