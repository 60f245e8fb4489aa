using System.Diagnostics;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Make;

/// <summary>A machine whose PATH holds only the tools that a test provides, and the system's awk, sed and similar.</summary>
internal sealed class FakeMachine : IDisposable
{
    private static readonly string[] SystemTools = ["awk", "cat", "chmod", "dirname", "du", "grep", "head", "mkdir", "rm", "sed", "sh", "touch"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-machine-");

    public FakeMachine(string system = "Linux", string processor = "x86_64")
    {
        Directory.CreateDirectory(Bin);
        foreach (var tool in SystemTools)
        {
            File.CreateSymbolicLink(Path.Combine(Bin, tool), SystemTool(tool));
        }

        Tool("uname", $"case $1 in -s) echo {system} ;; *) echo {processor} ;; esac");
    }

    private string Bin => Path.Combine(_folder.FullName, "bin");

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;

    /// <param name="name">The name of the tool.</param>
    /// <param name="script">The tool as a shell script.</param>
    public FakeMachine Tool(string name, string script = ":")
    {
        Executable(Path.Combine(Bin, name), $"#!/bin/sh\n{script}\n");
        return this;
    }

    /// <summary>Provides everything for a native build, with a compiler whose output needs this GLIBC.</summary>
    public FakeMachine WithNativeTools(string glibc = "2.34") =>
        Tool("clang").Tool("objcopy").Tool("objdump", $"echo '0000 DF *UND* 0000 (GLIBC_{glibc}) pthread_create'");

    /// <param name="script">A script of tools/make.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables in addition to PATH.</param>
    /// <param name="folder">The working folder; by default the checkout.</param>
    public async Task<ScriptResult> RunAsync(string script, string[] arguments, (string Name, string Value)[]? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(Path.Combine(TemplateFile.RepositoryRoot, "tools", "make", script), arguments)
        {
            WorkingDirectory = folder ?? TemplateFile.RepositoryRoot,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Bin;
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ScriptResult(process.ExitCode, (await output).Trim(), (await errors).Trim());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public static void Executable(string file, string content)
    {
        File.WriteAllText(file, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string SystemTool(string name) =>
        ((string[])["/usr/bin", "/bin"]).Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
