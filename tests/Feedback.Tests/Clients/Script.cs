using System.Diagnostics;

namespace Feedback.Tests.Clients;

/// <summary>Runs a script of the folder <c>clients</c> with its interpreter.</summary>
internal static class Script
{
    internal static string? Find(string interpreter) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, interpreter), Path.Combine(folder, interpreter + ".exe") })
        .FirstOrDefault(File.Exists);

    internal static async Task<(int ExitCode, string Output)> RunAsync(string interpreter, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(interpreter)!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        foreach (var argument in (string[])[Path.Combine(Path.GetDirectoryName(Vectors.File)!, script), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }
}
