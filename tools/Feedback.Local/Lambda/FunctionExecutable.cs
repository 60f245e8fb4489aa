namespace Feedback.Local.Lambda;

/// <summary>Decides how to start a built function as the managed runtime does: by the handler's name and the files in the folder.</summary>
internal sealed record FunctionExecutable(string Folder, string File, IReadOnlyList<string> Arguments)
{
    public static FunctionExecutable Find(string artifactFolder, string handler)
    {
        var folder = Path.GetFullPath(artifactFolder);
        var assembly = Path.Combine(folder, $"{handler}.dll");
        if (System.IO.File.Exists(assembly))
        {
            return new FunctionExecutable(folder, DotnetHost.Find(), [assembly]);
        }

        var native = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{handler}.exe" : handler);
        return System.IO.File.Exists(native)
            ? new FunctionExecutable(folder, native, [])
            : throw new LocalException($"Neither {handler}.dll nor {handler} is in {folder}: build the functions first, with `make publish`.");
    }
}
