using System.Diagnostics;

namespace Feedback.EndToEnd.Tests.Browser;

/// <summary>The Chromium of this machine, without a window.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The browser that CHROMIUM names, or the first that is on PATH; null if there is none.</summary>
    public static string? Executable { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : OnPath();

    /// <summary>Loads a file, runs its scripts, and returns the document and everything that was written to the console.</summary>
    public static async Task<(string Dom, string Console)> OpenAsync(string file, string profile)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", $"--user-data-dir={profile}", "--enable-logging=stderr", "--v=0",
            // Chromium's sandbox does not work for root, as in a container.
            .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
            "--window-size=1100,1400", "--virtual-time-budget=5000", "--dump-dom", new Uri(file).AbsoluteUri,
        ];
        var start = new ProcessStartInfo(Executable!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        var console = (await error).Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal));
        return (await output, string.Join('\n', console));
    }

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
