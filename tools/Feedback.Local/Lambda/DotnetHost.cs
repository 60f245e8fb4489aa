using System.Runtime.InteropServices;

namespace Feedback.Local.Lambda;

/// <summary>Finds the <c>dotnet</c> host for built functions: the one that runs this process, otherwise the first on the PATH.</summary>
internal static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    public static string Find() => Candidates().FirstOrDefault(File.Exists)
        ?? throw new LocalException("No dotnet in the path: install the .NET SDK, or build the function ahead of time.");

    private static IEnumerable<string> Candidates()
    {
        // …/shared/Microsoft.NETCore.App/10.0.0/
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", FileName));
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            yield return Path.Combine(folder, FileName);
        }
    }
}
