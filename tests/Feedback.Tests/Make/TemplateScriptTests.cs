using Feedback.Functions;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Make;

/// <summary>tools/make/template.sh: make reads the architecture from the template, so the package has the same one.</summary>
public sealed class TemplateScriptTests
{
    [Fact]
    public async Task Template_AsItStands_AsksForTheFunctionsAssemblyAndItsFramework()
    {
        using var machine = new FakeMachine();

        var result = await machine.RunAsync("template.sh", ["handler", "framework"]);

        result.Output.Split('\n').ShouldBe([typeof(BounceFunction).Assembly.GetName().Name!, "net10.0"]);
    }

    [Theory]
    [InlineData("[x86_64]", "linux-x64")]
    [InlineData("[arm64]", "linux-arm64")]
    public async Task Template_Architecture_IsThePackages(string architectures, string runtime)
    {
        using var machine = new FakeMachine();

        (await RuntimeAsync(machine, architectures)).ShouldBe(new ScriptResult(0, runtime, ""));
    }

    [Theory]
    [InlineData("[!Ref Architecture]")]
    [InlineData("[x86_64, arm64]")]
    public async Task Template_ArchitectureThatMakeCannotRead_IsAnError(string architectures)
    {
        using var machine = new FakeMachine();

        var result = await RuntimeAsync(machine, architectures);

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain("make reads it there, so it must be [x86_64] or [arm64]");
    }

    private static Task<ScriptResult> RuntimeAsync(FakeMachine machine, string architectures)
    {
        var folder = machine.Folder("checkout");
        var edited = File.ReadLines(Path.Combine(TemplateFile.RepositoryRoot, "template.yaml"))
            .Select(line => line.StartsWith("    Architectures: ", StringComparison.Ordinal) ? $"    Architectures: {architectures} # why" : line);
        File.WriteAllLines(Path.Combine(folder, "template.yaml"), edited);
        return machine.RunAsync("template.sh", ["runtime"], folder: folder);
    }
}
