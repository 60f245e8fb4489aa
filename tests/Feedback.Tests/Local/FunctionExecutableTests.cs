using Feedback.Local;
using Feedback.Local.Lambda;

namespace Feedback.Tests.Local;

/// <summary>The managed runtime's rule by which template.yaml can deploy either package unchanged.</summary>
public sealed class FunctionExecutableTests : IDisposable
{
    private const string Handler = "Feedback.Functions";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-package-");

    private static string NativeName => OperatingSystem.IsWindows() ? $"{Handler}.exe" : Handler;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_NativePackage_StartsTheExecutable()
    {
        var native = Put(NativeName);

        var found = FunctionExecutable.Find(_folder.FullName, Handler);

        found.File.ShouldBe(native);
        found.Arguments.ShouldBeEmpty();
    }

    [Fact]
    public void Find_AssemblyBesideTheExecutable_StartsTheAssembly()
    {
        Put(NativeName);
        var assembly = Put($"{Handler}.dll");

        var found = FunctionExecutable.Find(_folder.FullName, Handler);

        found.File.ShouldBe(DotnetHost.Find());
        found.Arguments.ShouldBe([assembly]);
    }

    [Fact]
    public void Find_Neither_SaysWhatToDo() =>
        Should.Throw<LocalException>(() => FunctionExecutable.Find(_folder.FullName, Handler)).Message.ShouldContain("make publish");

    private string Put(string name)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, "");
        return file;
    }
}
