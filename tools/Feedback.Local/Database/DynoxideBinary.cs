using System.Runtime.InteropServices;

namespace Feedback.Local.Database;

/// <summary>Finds the database binary that npm installed for this machine.</summary>
internal static class DynoxideBinary
{
    public static string Find(string repositoryRoot)
    {
        var file = Path.Combine(repositoryRoot, "node_modules", "@dynoxide", Platform(), OperatingSystem.IsWindows() ? "dynoxide.exe" : "dynoxide");
        return File.Exists(file)
            ? file
            : throw new LocalException($"The embedded database is not installed ({file} is missing): type `make database` in {repositoryRoot}.");
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
    }
}
