using Feedback.Local;
using Feedback.Local.Templates;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>A deployment for the commands on the suppression list, with a folder for files.</summary>
public abstract class SuppressionDeployment : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");

    private protected LocalDeployment Deployment { get; private set; } = null!;

    private string EnvironmentFile => File("deployment.env");

    public async Task InitializeAsync()
    {
        var template = Template.Load();
        Deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = template,
            ArtifactFolder = Artifact.Folder,
            Functions = ["BounceFunction"],
        });
        Deployment.Aws.Ses.AddConfigurationSet("newsletter");
        await System.IO.File.WriteAllLinesAsync(
            EnvironmentFile,
            template.EnvironmentOf("ReputationFunction", Deployment.Settings)
                .Concat(Deployment.EndpointVariables)
                .Append(KeyValuePair.Create("AWS_REGION", "eu-west-1"))
                .Append(KeyValuePair.Create("AWS_ACCESS_KEY_ID", "local"))
                .Append(KeyValuePair.Create("AWS_SECRET_ACCESS_KEY", "local"))
                .Select(variable => $"{variable.Key}={variable.Value}"));
    }

    public async Task DisposeAsync()
    {
        await Deployment.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private protected string File(string name) => Path.Combine(_folder.FullName, name);

    private protected string Written(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    private protected string[] Arguments(params string[] arguments) => ["suppression", .. arguments, "--env-file", EnvironmentFile];

    private protected Task<CommandLineRun> TypeAsync(params string[] arguments) => CommandLineRun.OfAsync(Arguments(arguments));

    private protected async Task<IReadOnlyList<string>> ExportedAsync()
    {
        var lines = (await TypeAsync("export")).ShouldSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Order(StringComparer.Ordinal)];
    }

    private protected async Task BounceAsync() => (await Deployment.InvokeAsync(
        "BounceFunction",
        await System.IO.File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "events/bounce/permanent-general.json")))).Error.ShouldBeNull();
}
