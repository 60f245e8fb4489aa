namespace Feedback.Tests.Make;

/// <summary>tools/make/native-check.sh, which checks whether Lambda would start a native package.</summary>
public sealed class NativeCheckTests
{
    [Theory]
    [InlineData("GLIBC_2.34", "2.34")]
    [InlineData("GLIBC_2.2.5", "2.2")]
    [InlineData("GLIBC_2.4\nGLIBC_2.17\nGLIBC_2.9\nGLIBC_PRIVATE", "2.17")]
    public async Task NativeCheck_OfWhatLambdaHas_SaysTheNewest(string symbols, string glibc)
    {
        using var machine = new FakeMachine().Tool("objdump", $"echo '{symbols}'");

        (await CheckAsync(machine, Package(machine))).ShouldBe(new ScriptResult(0, glibc, ""));
    }

    [Theory]
    [InlineData("GLIBC_2.35")]
    [InlineData("GLIBC_2.17\nGLIBC_2.38\nGLIBC_2.4")]
    public async Task NativeCheck_OfANewerCLibrary_RefusesAndNamesTheContainer(string symbols)
    {
        using var machine = new FakeMachine().Tool("objdump", $"echo '{symbols}'");

        var result = await CheckAsync(machine, Package(machine));

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("Lambda has 2.34; sam build --use-container builds it for Lambda");
        result.Output.ShouldNotContain("\n");
    }

    [Fact]
    public async Task NativeCheck_OfAnotherCLibrary_Refuses()
    {
        using var machine = new FakeMachine().Tool("objdump", "echo 'no symbols'");

        (await CheckAsync(machine, Package(machine))).Output.ShouldContain("is not linked against GLIBC");
    }

    [Fact]
    public async Task NativeCheck_AssemblyBesideTheExecutable_Refuses()
    {
        using var machine = new FakeMachine().WithNativeTools();
        var package = Package(machine);
        await File.WriteAllTextAsync(Path.Combine(package, "Feedback.Functions.dll"), "");

        var result = await CheckAsync(machine, package);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldStartWith("Feedback.Functions.dll lies beside the native executable");
    }

    [Fact]
    public async Task NativeCheck_NoExecutable_Refuses()
    {
        using var machine = new FakeMachine().WithNativeTools();

        (await CheckAsync(machine, machine.Folder("empty"))).Output.ShouldStartWith("there is no executable Feedback.Functions in ");
    }

    private static Task<ScriptResult> CheckAsync(FakeMachine machine, string package) =>
        machine.RunAsync("native-check.sh", [package, "Feedback.Functions"]);

    private static string Package(FakeMachine machine)
    {
        var folder = machine.Folder("package");
        FakeMachine.Executable(Path.Combine(folder, "Feedback.Functions"), "");
        return folder;
    }
}
