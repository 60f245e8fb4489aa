namespace Feedback.Tests.Make;

/// <summary>tools/make/package.sh, which decides on the kind of package and reports it.</summary>
public sealed class PackageTests
{
    private const string NoPack =
        "NU1101: Unable to find package Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64. No packages exist with this id in source(s): nuget.org";

    // Publishes the same files as the real one, by its options, and fails a native build with the message in FAIL.
    private const string Dotnet = """
        while [ $# -gt 0 ]; do
          case $1 in -o) folder=$2 ;; -p:PublishAot=true) native=1 ;; esac
          shift
        done
        project=/src/Feedback.Functions.csproj
        [ -z "$native" ] || [ -z "$FAIL" ] || { echo "$project : error $FAIL [$project::TargetFramework=net10.0]"; exit 1; }
        touch "$folder/Feedback.Functions" "$folder/Feedback.Functions.pdb"
        chmod +x "$folder/Feedback.Functions"
        if [ -n "$native" ]; then touch "$folder/Feedback.Functions.dbg"; else touch "$folder/Feedback.Functions.dll"; fi
        """;

    [Theory]
    [InlineData("")]
    [InlineData("true")]
    public async Task Package_WhereItCan_IsOneNativeExecutable(string native)
    {
        using var machine = new FakeMachine().WithNativeTools().Tool("dotnet", Dotnet);
        var folder = machine.Folder("package");
        await File.WriteAllTextAsync(Path.Combine(folder, "Feedback.Functions.dll"), "of an earlier package");

        var result = await PackageAsync(machine, folder, ("NATIVE", native));

        result.ShouldBe(new ScriptResult(0, "", ""));
        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["Feedback.Functions"]);
        Kind(folder).ShouldMatch(@"^package: native \(linux-x64, net10\.0, [0-9.]+ MB, needs GLIBC 2\.34\)$");
    }

    [Fact]
    public async Task Package_NotNativeAsAskedFor_IsReadyToRun()
    {
        using var machine = new FakeMachine().WithNativeTools().Tool("dotnet", Dotnet);
        var folder = machine.Folder("package");

        (await PackageAsync(machine, folder, ("NATIVE", "false"))).ExitCode.ShouldBe(0);

        File.Exists(Path.Combine(folder, "Feedback.Functions.dll")).ShouldBeTrue();
        Kind(folder).ShouldMatch(@"^package: ReadyToRun \(linux-x64, net10\.0, [0-9.]+ MB\), as asked for$");
    }

    public static TheoryData<string, string, string> WhatStandsAgainstNative => new()
    {
        { "2.34", NoPack, "the registry doesn't have Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64 for net10.0" },
        { "2.34", "IL2026: Using member 'X'", "the native build failed: IL2026: Using member 'X' (see " },
        {
            "2.34",
            "NU1102: Unable to find package runtime.linux-x64.Microsoft.DotNet.ILCompiler with version (= 10.0.12)",
            "doesn't have runtime.linux-x64.Microsoft.DotNet.ILCompiler for" },
        { "2.38", "", "the executable needs GLIBC 2.38, Lambda has 2.34; sam build --use-container builds it for Lambda" },
        { "", "", "clang is not installed (apt-get install clang zlib1g-dev, or dnf install clang zlib-devel)" },
    };

    [Theory]
    [MemberData(nameof(WhatStandsAgainstNative))]
    public async Task Package_WhereItCannot_IsReadyToRunAndSaysWhy(string glibc, string failure, string reason)
    {
        using var machine = Machine(glibc);
        var folder = machine.Folder("package");

        (await PackageAsync(machine, folder, ("FAIL", failure))).ShouldBe(new ScriptResult(0, "", ""));

        File.Exists(Path.Combine(folder, "Feedback.Functions.dll")).ShouldBeTrue();
        Kind(folder).ShouldStartWith("package: ReadyToRun (linux-x64, net10.0, ");
        Kind(folder).ShouldContain("), because ");
        Kind(folder).ShouldContain(reason);
        if (failure.Length > 0)
        {
            (await File.ReadAllTextAsync($"{folder}.native.log")).ShouldContain(failure);
        }
    }

    [Theory]
    [MemberData(nameof(WhatStandsAgainstNative))]
    public async Task Package_NativeAsAskedForWhereItCannot_IsAnErrorInOneLine(string glibc, string failure, string reason)
    {
        using var machine = Machine(glibc);
        var folder = machine.Folder("package");

        var result = await PackageAsync(machine, folder, ("FAIL", failure), ("NATIVE", "true"));

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldStartWith("package: not native as asked for, because ");
        result.Errors.ShouldContain(reason);
        result.Errors.ShouldNotContain("\n");
        Directory.Exists(folder).ShouldBeFalse();
        File.Exists($"{folder}.kind").ShouldBeFalse();
    }

    [Fact]
    public async Task Package_RegistryDoesNotAnswer_IsAnErrorAndNoReadyToRun()
    {
        using var machine = Machine("2.34");

        var result = await PackageAsync(machine, machine.Folder("package"), ("FAIL", "NU1301: Unable to load the service index"));

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldMatch("^package: the registry could not be reached .*; try again, or say NATIVE=false$");
    }

    [Fact]
    public async Task Package_ManagedCodeForAFrameworkLambdaDoesNotHave_IsAnError()
    {
        using var machine = Machine("");

        var result = await PackageAsync(machine, machine.Folder("package"), ("FRAMEWORK", "net9.0"));

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldStartWith("package: only native code can be for net9.0, since template.yaml's runtime runs net10.0, and clang is not installed");
    }

    [Fact]
    public async Task Package_NativeNeitherTrueNorFalse_IsAnError()
    {
        using var machine = Machine("2.34");

        (await PackageAsync(machine, machine.Folder("package"), ("NATIVE", "yes"))).ShouldBe(
            new ScriptResult(1, "", "package: NATIVE=yes is neither true nor false"));
    }

    private static FakeMachine Machine(string glibc)
    {
        var machine = new FakeMachine().Tool("dotnet", Dotnet);
        return glibc.Length == 0 ? machine : machine.WithNativeTools(glibc);
    }

    private static Task<ScriptResult> PackageAsync(FakeMachine machine, string folder, params (string, string)[] environment) =>
        machine.RunAsync("package.sh", [folder, "linux-x64"], environment);

    private static string Kind(string folder) => File.ReadAllText($"{folder}.kind").TrimEnd();
}
