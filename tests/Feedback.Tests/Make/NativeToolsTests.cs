namespace Feedback.Tests.Make;

/// <summary>tools/make/native-tools.sh, which checks whether a machine can compile natively.</summary>
public sealed class NativeToolsTests
{
    [Theory]
    [InlineData("clang")]
    [InlineData("gcc")]
    public async Task NativeTools_AllThere_AreEnough(string compiler)
    {
        using var machine = new FakeMachine().Tool(compiler).Tool("objcopy").Tool("objdump");

        (await machine.RunAsync("native-tools.sh", ["linux-x64"])).ShouldBe(new ScriptResult(0, "", ""));
    }

    [Fact]
    public async Task NativeTools_WithoutACompiler_SayHowToGetOne()
    {
        using var machine = new FakeMachine().Tool("objcopy").Tool("objdump");

        (await machine.RunAsync("native-tools.sh", ["linux-x64"])).ShouldBe(
            new ScriptResult(1, "clang is not installed (apt-get install clang zlib1g-dev, or dnf install clang zlib-devel)", ""));
    }

    [Theory]
    [InlineData("objcopy", "objdump")]
    [InlineData("objdump", "objcopy")]
    public async Task NativeTools_WithoutATool_NameIt(string missing, string present)
    {
        using var machine = new FakeMachine().Tool("clang").Tool(present);

        (await machine.RunAsync("native-tools.sh", ["linux-x64"])).ShouldBe(
            new ScriptResult(1, $"{missing} is not installed (apt-get install binutils, or dnf install binutils)", ""));
    }

    [Theory]
    [InlineData("x86_64", "linux-arm64")]
    [InlineData("aarch64", "linux-x64")]
    public async Task NativeTools_ForAnotherArchitecture_NameTheContainer(string processor, string runtime)
    {
        using var machine = new FakeMachine(processor: processor).WithNativeTools();

        var result = await machine.RunAsync("native-tools.sh", [runtime]);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain($"can't link for {runtime}; sam build --use-container does");
    }

    [Fact]
    public async Task NativeTools_NotOnLinux_NameTheContainer()
    {
        using var machine = new FakeMachine(system: "Darwin").WithNativeTools();

        var result = await machine.RunAsync("native-tools.sh", ["linux-x64"]);

        result.ShouldBe(new ScriptResult(1, "native code for Lambda is built on Linux; sam build --use-container does that on this machine", ""));
    }
}
