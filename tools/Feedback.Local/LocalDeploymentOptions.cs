using Feedback.Local.Templates;

namespace Feedback.Local;

internal sealed record LocalDeploymentOptions
{
    public required Template Template { get; init; }

    /// <summary>The folder of the built functions: one package for all, or a subfolder for each logical id, as <c>sam build</c> makes them.</summary>
    public required string ArtifactFolder { get; init; }

    /// <summary>The logical ids of the functions to run; by default all of the template.</summary>
    public IReadOnlyList<string>? Functions { get; init; }

    /// <summary>The number of processes for each function.</summary>
    public int Processes { get; init; } = 1;

    public StackSettings Settings { get; init; } = new();

    /// <summary>Variables for every function that add to or replace those of the template.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The file to keep the tables in; without one they live in memory.</summary>
    public string? DatabaseFile { get; init; }

    /// <summary>The port of SES, SNS, CloudWatch and SQS; 0 takes a free one.</summary>
    public int AwsPort { get; init; }

    /// <summary>Called for each line a function logs, with the function's logical id.</summary>
    public Action<string, string>? Written { get; init; }
}
