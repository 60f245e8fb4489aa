using Feedback.Cli.Commands;
using Feedback.Cli.Composition;

namespace Feedback.Tests.Cli;

public sealed class EventFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedback-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_AFolder_StandsForEveryFileBelowIt()
    {
        string[] there = ["2026/11/18/part-0001", "2026/11/18/part-0002.gz", "a.jsonl", "z.ndjson"];
        foreach (var name in there.Concat([".hidden", ".folder/part", "env.json", "README.md", "2026/README.md"]))
        {
            Write(name, "{}");
        }

        Write("2026/_SUCCESS", "");

        EventFiles.Find([_folder.FullName]).ShouldBe(there.Select(Path));
    }

    [Fact]
    public void Find_AFileThatAFolderLeavesOut_IsTakenIfItIsNamed()
    {
        Write("env.json", "{}");
        EventFiles.Find([Path("env.json")]).ShouldBe([Path("env.json")]);
    }

    [Fact]
    public void Find_FoldersWithoutAFile_AreNamed()
    {
        Write("full/events", "{}");
        Write("hidden/.events", "{}");
        Directory.CreateDirectory(Path("empty"));
        Should.Throw<UsageException>(() => EventFiles.Find([Path("full"), Path("empty"), Path("hidden")])).Problems
            .ShouldBe([$"{Path("empty")}: no events found.", $"{Path("hidden")}: no events found."]);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
    }
}
