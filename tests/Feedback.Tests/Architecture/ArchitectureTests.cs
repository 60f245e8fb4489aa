using Feedback.Reputation;
using Mono.Cecil;

namespace Feedback.Tests.Architecture;

/// <summary>The rules hold for this repository. That they find what they forbid is shown by <see cref="PlantedTests"/>.</summary>
public sealed class ArchitectureTests
{
    private static readonly IReadOnlyList<SourceFile> CoreFiles = SourceFile.Below("functions/Feedback");

    private static readonly IReadOnlyList<TypeUse> CoreUses = [.. Compiled(typeof(Policy)), .. SourceRules.Usings(CoreFiles)];

    [Fact]
    public void Core_ItsFolders_UseEarlierOnesOnly() => FolderOrder.Violations(CoreUses, FolderOrder.Core).ShouldBeEmpty();

    [Fact]
    public void Core_ItsFolders_AreTheListedOnes() => CoreFiles
        .Where(file => file.Namespace is not null)
        .Select(file => FolderOrder.Folder(new TypeName(file.Namespace!, file.Types[0]), FolderOrder.Core))
        .Distinct()
        .ShouldBe(FolderOrder.Core.SelectMany(line => line), ignoreOrder: true);

    [Fact]
    public void Core_ItsNamespaces_AreItsFolders() => SourceRules.NamespaceIsFolder(CoreFiles, "functions").ShouldBeEmpty();

    [Fact]
    public void Core_KnowsNoAwsType() => AwsTypes.Violations(CoreUses).ShouldBeEmpty();

    [Fact]
    public void Adapters_KnowAwsTypes() => AwsTypes.Violations(Compiled(typeof(Feedback.Aws.DynamoDb.StateStore))).ShouldNotBeEmpty();

    [Theory]
    [InlineData("functions")]
    [InlineData("tools")]
    [InlineData("stand-ins")]
    [InlineData("tests")]
    public void Files_HoldOneTypeEach(string tree)
    {
        var files = SourceFile.Below(tree);

        files.Count.ShouldBeGreaterThan(10);
        SourceRules.OneTypeAFile(files).ShouldBeEmpty();
    }

    private static IReadOnlyList<TypeUse> Compiled(Type type)
    {
        using var module = ModuleDefinition.ReadModule(type.Assembly.Location);
        return TypeUse.In(module);
    }
}
