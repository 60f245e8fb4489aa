using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace Feedback.Tests.Architecture;

/// <summary>Plants what the rules forbid, in code compiled for the test.</summary>
public sealed class PlantedTests
{
    private const string Surroundings =
        """
        namespace Feedback.Acting
        {
            public class Later { public static void Run() { } public static T Make<T>() => default; public class Inner { } }
            public class Earlier<T> { }
            public class LaterException : System.Exception { }
            public sealed class MarkAttribute : System.Attribute { public System.Type Type; }
        }
        namespace Feedback.Alarms { public class Last { public Feedback.Acting.Later Field; } }
        namespace Amazon.SQS { public interface IAmazonSQS { } }
        """;

    private static readonly IReadOnlyList<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Theory]
    [InlineData("Acting.Later _field;")]
    [InlineData("Acting.Later.Inner[] _nested;")]
    [InlineData("System.Collections.Generic.List<System.Action<Acting.Later>> Property { get; set; }")]
    [InlineData("void Parameter(ref Acting.Later later) { }")]
    [InlineData("void StaticCall() => Acting.Later.Run();")]
    [InlineData("object Cast(object o) => o is Acting.Later;")]
    [InlineData("object TypeOf() => typeof(Acting.Later);")]
    [InlineData("object GenericArgument() => new System.Collections.Generic.Dictionary<string, Acting.Later>();")]
    [InlineData("object GenericMethod() => System.Array.Empty<Acting.Later>();")]
    [InlineData("object GenericType() => new Acting.Earlier<int>();")]
    [InlineData("void Constraint<T>() where T : Acting.Later { }")]
    [InlineData("void Catch() { try { Constraint(); } catch (Acting.LaterException) { } } void Constraint() { }")]
    [InlineData("object Lambda() => (System.Func<object>)(() => new Acting.Later());")]
    [InlineData("async System.Threading.Tasks.Task Async() { await System.Threading.Tasks.Task.Yield(); Acting.Later.Run(); }")]
    [InlineData("System.Collections.Generic.IEnumerable<int> Iterator() { yield return 1; Acting.Later.Run(); }")]
    [InlineData("class Inner : Acting.Later { }")]
    [InlineData("[Acting.Mark] void Attribute() { }")]
    [InlineData("[Planted(Type = typeof(Acting.Later))] int _argument; class PlantedAttribute : System.Attribute { public System.Type Type; }")]
    [InlineData("unsafe delegate*<Acting.Later, void> _pointer;")]
    public void Violations_LaterFolderUsed_AreFound(string member)
    {
        var violations = FolderOrder.Violations(Uses("Feedback.Reputation", member), FolderOrder.Core);

        violations.ShouldNotBeEmpty();
        violations.ShouldAllBe(violation => violation.StartsWith("Feedback.Reputation.Planted uses Feedback.Acting.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Feedback.Alarms")] // a later line
    [InlineData("Feedback.Operating")]
    [InlineData("Feedback.Acting")] // the same folder
    [InlineData("Feedback.Acting.Below")] // a folder in it
    [InlineData("Elsewhere")] // not the core
    public void Violations_EarlierFolderUsed_AreNone(string from) =>
        FolderOrder.Violations(Uses(from, "Feedback.Acting.Later _field;"), FolderOrder.Core).ShouldBeEmpty();

    [Theory]
    [InlineData("Feedback.Operating")] // the same line as Alarms
    [InlineData("Feedback.Deciding.Lag")] // an earlier line than its parent's
    [InlineData("Feedback.Unknown")]
    [InlineData("Feedback")] // a type outside of all folders
    public void Violations_FolderThatMayNot_AreFound(string from) =>
        FolderOrder.Violations(Uses(from, "Feedback.Alarms.Last _field;"), FolderOrder.Core).ShouldBe([$"{from}.Planted uses Feedback.Alarms.Last"]);

    [Fact]
    public void Violations_UsingOfALaterFolder_AreFound()
    {
        var file = SourceFile.Parse("a.cs", "using Feedback.Acting; namespace Feedback.Reputation; class Planted;");

        FolderOrder.Violations(SourceRules.Usings([file]), FolderOrder.Core).ShouldBe(["Feedback.Reputation.Planted uses Feedback.Acting.*"]);
    }

    [Fact]
    public void Violations_AwsTypeUsed_AreFound()
    {
        const string Member = "void Send(System.Collections.Generic.List<Amazon.SQS.IAmazonSQS> queues) { }";
        var file = SourceFile.Parse("a.cs", "using Amazon.SQS; namespace Feedback.Reputation; class Planted;");

        AwsTypes.Violations(Uses("Feedback.Acting", Member)).ShouldBe(["Feedback.Acting.Planted uses Amazon.SQS.IAmazonSQS"]);
        AwsTypes.Violations(SourceRules.Usings([file])).ShouldBe(["Feedback.Reputation.Planted uses Amazon.SQS.*"]);
    }

    [Theory]
    [InlineData("class A; class B;", "A, B")]
    [InlineData("class A; enum B { None }", "A, B")]
    [InlineData("class A { } delegate void B();", "A, B")]
    [InlineData("namespace X { class A { } record struct B; }", "A, B")]
    [InlineData("class B;", "B")]
    public void OneTypeAFile_AnotherType_IsFound(string text, string declared) =>
        SourceRules.OneTypeAFile([SourceFile.Parse("here/A.cs", text)]).ShouldBe([$"here/A.cs declares {declared}"]);

    [Theory]
    [InlineData("namespace X; class A { class B; enum C { None } }")]
    [InlineData("class A { string Text => \"\"\"\nclass B;\n\"\"\"; } // class C;")]
    [InlineData("[assembly: System.CLSCompliant(false)]")]
    public void OneTypeAFile_NestedOrNone_IsAllowed(string text) => SourceRules.OneTypeAFile([SourceFile.Parse("A.cs", text)]).ShouldBeEmpty();

    [Theory]
    [InlineData("functions/Feedback/Acting/A.cs", "Feedback.Acting", true)]
    [InlineData("functions/Feedback/Acting/A.cs", "Feedback", false)]
    [InlineData("functions/Feedback/A.cs", "Feedback.Acting", false)]
    public void NamespaceIsFolder_AnotherNamespace_IsFound(string path, string name, bool allowed) =>
        SourceRules.NamespaceIsFolder([SourceFile.Parse(path, $"namespace {name}; class A;")], "functions").ShouldBe(
            allowed ? [] : [$"{path} is in the namespace {name}"]);

    private static IReadOnlyList<TypeUse> Uses(string from, string member)
    {
        var text = $"{Surroundings} namespace {from} {{ class Planted {{ {member} }} }}";
        var compilation = CSharpCompilation.Create(
            "Planted",
            [CSharpSyntaxTree.ParseText(text)],
            Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        assembly.Position = 0;
        using var module = ModuleDefinition.ReadModule(assembly);
        return [.. TypeUse.In(module).Where(use => use.From.Name == "Planted")];
    }
}
