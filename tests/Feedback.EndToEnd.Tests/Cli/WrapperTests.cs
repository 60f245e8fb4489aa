using System.Diagnostics;
using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>tools/feedback in a checkout where nothing is built yet.</summary>
public sealed class WrapperTests : IDisposable
{
    private readonly DirectoryInfo _checkout = Directory.CreateTempSubdirectory("feedback-");

    public void Dispose() => _checkout.Delete(recursive: true);

    [Fact]
    public async Task Feedback_TheFirstTime_SaysThatItBuildsAndWhyItCannot()
    {
        var wrapper = Path.Combine(_checkout.CreateSubdirectory("tools").FullName, "feedback");
        File.Copy(Path.Combine(RepositoryRoot.Find(), "tools", "feedback"), wrapper);

        // Without a Makefile the build fails at once, and make says why.
        var start = new ProcessStartInfo("sh", [wrapper, "local"]) { UseShellExecute = false, RedirectStandardError = true };
        start.Environment.Remove("MAKEFLAGS");
        start.Environment.Remove("MAKELEVEL");
        using var process = Process.Start(start)!;
        var said = (await process.StandardError.ReadToEndAsync()).Split('\n');
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(2);
        said[0].ShouldBe("feedback: building the command line (the first time only; about a minute)");
        said[1].ShouldContain("No rule to make target");
    }
}
