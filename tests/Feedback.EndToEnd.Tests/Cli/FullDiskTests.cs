namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>The built program on a full disk: one sentence, and nothing half-done.</summary>
public sealed class FullDiskTests : SuppressionDeployment
{
    [FullDiskFact]
    public async Task Export_ToAFullDisk_SaysSoAndKeepsTheOlderFile()
    {
        await TypeAsync("add", "ann@example.org", "--by", "eve");
        var file = Written("list.csv", "what an earlier export wrote");
        System.IO.File.CreateSymbolicLink($"{file}.part", FullDiskFactAttribute.Device);

        var run = await TypeAsync("export", "--out", file);

        run.ShouldFail(2, $"{file}: No space left on device : '{file}.part'");
        run.Output.ShouldBeEmpty();
        (await System.IO.File.ReadAllTextAsync(file)).ShouldBe("what an earlier export wrote");
        System.IO.File.Exists($"{file}.part").ShouldBeFalse();
    }

    [FullDiskFact]
    public async Task Export_ToAFullStandardOutput_SaysSo()
    {
        await TypeAsync("add", "ann@example.org", "--by", "eve");

        (await CommandLineRun.WithoutSpaceAsync(Arguments("export"))).ShouldFail(2, "A file can't be read or written: No space left on device");
    }

    [FullDiskFact]
    public async Task Completion_ToAFullStandardOutput_SaysSo() =>
        (await CommandLineRun.WithoutSpaceAsync("completion", "bash")).ShouldFail(2, "A file can't be read or written: No space left on device");
}
