using System.Text.RegularExpressions;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Documents;

/// <summary>docs/ses-pitfalls.md names the tests that hold each pitfall; they are looked for in the sources of both test projects.</summary>
public sealed class PitfallsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly string Text = File.ReadAllText(Path.Combine(TemplateFile.RepositoryRoot, "docs/ses-pitfalls.md"));

    public static TheoryData<string, string> Named
    {
        get
        {
            var named = new TheoryData<string, string>();
            foreach (var test in Matches(@"`(?<class>\w+(Tests|Properties))(\.(?<method>\w+))?`"))
            {
                named.Add(test.Groups["class"].Value, test.Groups["method"].Value);
            }

            return named;
        }
    }

    /// <summary>An empty name of a method stands for all tests of the class.</summary>
    [Theory]
    [MemberData(nameof(Named))]
    public void NamedTest_InThePitfalls_Exists(string type, string method)
    {
        var declaration = method.Length == 0 ? $@"public sealed (partial )?class {type}\b" : $@"public (async Task|Task|void) {method}\(";
        var files = Directory.EnumerateFiles(Path.Combine(TemplateFile.RepositoryRoot, "tests"), $"{type}.cs", SearchOption.AllDirectories).ToList();

        files.ShouldNotBeEmpty();
        files.ShouldContain(file => Regex.IsMatch(File.ReadAllText(file), declaration, RegexOptions.None, Patience), $"{type}.{method}");
    }

    [Fact]
    public void Pitfalls_AreTen_EachWithTests()
    {
        var sections = Regex.Split(Text, "^## ", RegexOptions.Multiline, Patience).Skip(1).ToList();

        sections.Count.ShouldBe(10);
        sections.ShouldAllBe(section => Regex.IsMatch(section, @"^Tests: .*`\w+\.\w+`", RegexOptions.Multiline, Patience));
    }

    private static IEnumerable<Match> Matches(string pattern) => Regex.Matches(Text, pattern, RegexOptions.ExplicitCapture, Patience);
}
