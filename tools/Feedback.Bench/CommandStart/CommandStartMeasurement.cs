using Feedback.Bench.ColdStart;
using Feedback.Bench.Report;
using Feedback.Local;
using Feedback.Local.Lambda;
using Feedback.Local.Processes;
using Feedback.Local.Templates;

namespace Feedback.Bench.CommandStart;

/// <summary>Measures <c>feedback status</c> from the start of the process to its end, on empty local tables, for each way to publish it.</summary>
internal sealed class CommandStartMeasurement(Build jit, Build readyToRun, Build native, int rounds) : IMeasurement
{
    /// <summary>ReadyToRun code should start in half of the time that compiling takes.</summary>
    private const double ReadyToRunAim = 0.5;

    /// <summary>What an operator doesn't notice, in milliseconds; the local service's own time is in the figure.</summary>
    private const double NativeAim = 200;

    public async Task<IReadOnlyList<Row>> TakeAsync()
    {
        var template = Template.Load();
        await using var deployment = await LocalDeployment.StartAsync(
            new LocalDeploymentOptions { Template = template, ArtifactFolder = "", Functions = [] });
        var variables = Variables(template, deployment);
        Build[] builds = [jit, readyToRun, native];
        var times = builds.Where(build => build.Folder is not null).ToDictionary(build => build, _ => new List<double>());

        // As in the cold start: the first round doesn't count, and the builds take turns.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (build, taken) in times)
            {
                var time = await StatusAsync(build.Folder!, variables);
                if (round > 0)
                {
                    taken.Add(time.TotalMilliseconds);
                }
            }
        }

        return Rows(builds, times.ToDictionary(build => build.Key, build => Median.Of(build.Value)));
    }

    private static async Task<TimeSpan> StatusAsync(string folder, Dictionary<string, string> variables)
    {
        var started = TimeProvider.System.GetTimestamp();
        var library = Path.Combine(folder, "Feedback.Cli.dll");
        await using var process = File.Exists(library)
            ? ChildProcess.Start(DotnetHost.Find(), [library, "status"], variables, new OutputLines(), folder)
            : ChildProcess.Start(Path.Combine(folder, "Feedback.Cli"), ["status"], variables, new OutputLines(), folder);
        await process.Exited;
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        return process.Output.Last(1).SequenceEqual(["Feedback has seen no mail yet."])
            ? elapsed
            : throw new LocalException($"status in {folder} failed: {string.Join(Environment.NewLine, process.Output.Last(5))}");
    }

    private static Dictionary<string, string> Variables(Template template, LocalDeployment deployment)
    {
        var variables = new Dictionary<string, string>(template.EnvironmentOf("ReputationFunction", deployment.Settings));
        foreach (var (name, value) in deployment.EndpointVariables)
        {
            variables[name] = value;
        }

        variables["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "";
        variables["HOME"] = Path.GetTempPath();
        variables["AWS_REGION"] = deployment.Settings.Region;
        variables["AWS_ACCESS_KEY_ID"] = "local";
        variables["AWS_SECRET_ACCESS_KEY"] = "local";
        return variables;
    }

    private List<Row> Rows(Build[] builds, Dictionary<Build, double> medians)
    {
        var rows = builds.Select(build => new Row(
            $"feedback status, {build.Name}", Figure(build), "ms", build == native ? NativeAim : null, build.Note)).ToList();
        rows.Add(new Row("feedback status, ReadyToRun / JIT", Figure(readyToRun) / Figure(jit), "ratio", ReadyToRunAim));
        return rows;

        double? Figure(Build build) => medians.TryGetValue(build, out var median) ? median : null;
    }
}
