using Feedback.Tests.Stack;
using YamlDotNet.RepresentationModel;
using static Feedback.Tests.Stack.TemplateFile;

namespace Feedback.Tests.Make;

/// <summary>tools/make/release.sh and what it calls: which versions may be released, of what, and with which notes.</summary>
public sealed class ReleaseScriptTests : IDisposable
{
    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Changelog_OfAVersion_IsItsPartAlone()
    {
        var folder = Changelog("# Changelog\n\n## [Unreleased]\n- b\n\n## [1.2.3] - 2026-12-01\n\n### Added\n- a\n\n## [1.2.2] - 2026-11-01\n- old\n");

        (await _machine.RunAsync("changelog.sh", ["1.2.3"], folder: folder)).ShouldBe(new ScriptResult(0, "### Added\n- a", ""));
    }

    [Theory]
    [InlineData("## [Unreleased]\n- b\n")]
    [InlineData("## [1.2.3] - 2026-12-01\n\n## [1.2.2]\n- old\n")]
    public async Task Changelog_WithoutNotesOfTheVersion_IsAnError(string text)
    {
        var result = await _machine.RunAsync("changelog.sh", ["1.2.3"], folder: Changelog(text));

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldBe("changelog: CHANGELOG.md has no part [1.2.3]; rename Unreleased to it, with the date");
    }

    [Theory]
    [InlineData("v1.2.3")]
    [InlineData("1.2")]
    [InlineData("1.2.3; rm")]
    public async Task Release_OfWhatIsNoVersion_IsRefused(string version)
    {
        var result = await _machine.RunAsync("release.sh", [version, _machine.Folder("out")]);

        (result.ExitCode, result.Errors).ShouldBe((1, $"release: '{version}' is no version such as 1.2.3"));
    }

    [Fact]
    public async Task Deployable_TemplateOfTheRelease_TakesThePackageBesideItAndIsOtherwiseTheSame()
    {
        var result = await _machine.RunAsync("deployable.sh", []);

        result.ExitCode.ShouldBe(0);
        var stream = new YamlStream();
        stream.Load(new StringReader(result.Output));
        var root = stream.Documents[0].RootNode;
        Text(root["Globals"]["Function"]["CodeUri"]).ShouldBe("function");
        var functions = Children(root["Resources"]).Where(resource => Text(resource.Value["Type"]) == "AWS::Serverless::Function").ToList();
        functions.Select(function => function.Key).ShouldBe(Load("template.yaml").Resources("AWS::Serverless::Function").Keys);
        functions.ShouldAllBe(function => Find(function.Value, "Metadata") == null);
        Children(root["Resources"]).Select(resource => resource.Key)
            .ShouldBe(Children(Load("template.yaml").Root["Resources"]).Select(resource => resource.Key));
    }

    private string Changelog(string text)
    {
        var folder = _machine.Folder("checkout");
        File.WriteAllText(Path.Combine(folder, "CHANGELOG.md"), text);
        return folder;
    }
}
