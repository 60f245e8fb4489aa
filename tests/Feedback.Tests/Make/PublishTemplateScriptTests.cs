namespace Feedback.Tests.Make;

/// <summary>tools/make/publish-template.sh, with tools that write down how they were called.</summary>
public sealed class PublishTemplateScriptTests : IDisposable
{
    private readonly FakeMachine _machine = new();
    private readonly string _folder;

    public PublishTemplateScriptTests() => _folder = _machine.Folder("template");

    private string Calls => Path.Combine(_folder, "calls");

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publish_WithoutABucket_IsSkippedAndSaysWhy(bool isEmpty)
    {
        var result = await _machine.RunAsync("publish-template.sh", ["1.2.3", _folder], isEmpty ? [("TEMPLATE_BUCKETS", "")] : []);

        (result.ExitCode, result.Errors).ShouldBe((0, ""));
        result.Output.ShouldBe("publish-template: skipped, since TEMPLATE_BUCKETS names no bucket (CONTRIBUTING.md, Releasing)");
    }

    [Fact]
    public async Task Publish_TwoRegions_PackagesIntoEachAndUploadsTheTemplateLast()
    {
        var result = await RunAsync("eu-west-1=feedback-eu us-east-1=feedback-us", versionsThere: "0");

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.Split('\n').ShouldBe(
        [
            "https://feedback-eu.s3.eu-west-1.amazonaws.com/feedback/1.2.3/template.yaml",
            "https://feedback-us.s3.us-east-1.amazonaws.com/feedback/1.2.3/template.yaml",
        ]);
        var calls = await File.ReadAllLinesAsync(Calls);
        calls.Length.ShouldBe(8);
        calls[1].ShouldBe($"sam package --region eu-west-1 --template-file {_folder}/template.yaml --s3-bucket feedback-eu "
            + $"--s3-prefix feedback/1.2.3 --output-template-file {_folder}/packaged.yaml");
        calls[3].ShouldBe($"aws s3 cp --region eu-west-1 --only-show-errors {_folder}/packaged.yaml s3://feedback-eu/feedback/1.2.3/template.yaml");
        calls[7].ShouldEndWith("s3://feedback-us/feedback/1.2.3/template.yaml");
    }

    /// <summary>A run that failed half-way can be repeated, and operators who deploy a version again get the same one.</summary>
    [Fact]
    public async Task Publish_AVersionThatIsThere_IsLeftAsItIs()
    {
        var result = await RunAsync("eu-west-1=feedback-eu", versionsThere: "1");

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.ShouldBe("publish-template: s3://feedback-eu/feedback/1.2.3/template.yaml is there already; a version is never replaced");
        (await File.ReadAllLinesAsync(Calls)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Publish_APackageThatIsNotUploaded_UploadsNoTemplate()
    {
        _machine.Tool("sam", "echo 'no such bucket' >&2; exit 1");
        _machine.Tool("aws", $"echo \"aws $*\" >> '{Calls}'; echo 0");

        var result = await _machine.RunAsync("publish-template.sh", ["1.2.3", _folder], [("TEMPLATE_BUCKETS", "eu-west-1=feedback-eu")]);

        (result.ExitCode, result.Errors).ShouldBe((1, "no such bucket"));
        (await File.ReadAllLinesAsync(Calls)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("feedback-eu", "feedback-eu")]
    [InlineData("eu-west-1=feedback-eu us-east-1=", "us-east-1=")]
    public async Task Publish_ToWhatIsNoRegionAndBucket_IsRefusedBeforeAnyCall(string buckets, string wrong)
    {
        var result = await RunAsync(buckets, versionsThere: "0");

        (result.ExitCode, result.Errors).ShouldBe((1, $"publish-template: '{wrong}' in TEMPLATE_BUCKETS is no REGION=BUCKET"));
        File.Exists(Calls).ShouldBeFalse();
    }

    private Task<ScriptResult> RunAsync(string buckets, string versionsThere)
    {
        _machine.Tool("aws", $"echo \"aws $*\" >> '{Calls}'; case $2 in list-objects-v2) echo {versionsThere} ;; esac");
        _machine.Tool("sam", $"echo \"sam $*\" >> '{Calls}'");
        return _machine.RunAsync("publish-template.sh", ["1.2.3", _folder], [("TEMPLATE_BUCKETS", buckets)]);
    }
}
