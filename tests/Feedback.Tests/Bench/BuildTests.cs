using Feedback.Bench.ColdStart;
using Feedback.Local;

namespace Feedback.Tests.Bench;

public sealed class BuildTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-builds-");

    private string Native => Path.Combine(_folder.FullName, "native");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Packaged_Made_SaysWhatItIs()
    {
        File.WriteAllText($"{Native}.kind", "package: native (linux-x64)\n");
        File.WriteAllText($"{Native}.missing", "package: of an attempt before\n");

        Build.Packaged("native", Native).ShouldBe(new Build("native", Native, "native (linux-x64)"));
    }

    [Fact]
    public void Packaged_ForTheComparison_LeavesOutThatItWasAskedFor()
    {
        File.WriteAllText($"{Native}.kind", "package: ReadyToRun (linux-x64, net10.0), as asked for\n");

        Build.Packaged("ReadyToRun", Native).Note.ShouldBe("ReadyToRun (linux-x64, net10.0)");
    }

    [Fact]
    public void Packaged_NotMade_SaysWhy()
    {
        File.WriteAllText($"{Native}.missing", "package: not native as asked for, because clang is not installed\n");

        Build.Packaged("native", Native).ShouldBe(new Build("native", null, "not native as asked for, because clang is not installed"));
    }

    [Fact]
    public void Packaged_NeverTried_SaysWhatToDo() =>
        Should.Throw<LocalException>(() => Build.Packaged("native", Native)).Message.ShouldContain("run make bench");
}
