using Feedback.Local;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Feedback.Tests.Architecture;

/// <summary>A C# file of the repository, by its path from there.</summary>
internal sealed record SourceFile(string Path, CompilationUnitSyntax Code)
{
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview);

    /// <summary>The types that stand in the file itself. Nested types belong to the type around them.</summary>
    internal IReadOnlyList<string> Types =>
    [
        .. Code.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(node => (node as BaseTypeDeclarationSyntax)?.Identifier.Text ?? (node as DelegateDeclarationSyntax)?.Identifier.Text)
            .OfType<string>(),
    ];

    internal string? Namespace => Code.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    internal IEnumerable<string> Usings => Code.Usings.Select(used => used.NamespaceOrType.ToString());

    internal static SourceFile Parse(string path, string text) => new(path, SyntaxFactory.ParseCompilationUnit(text, options: Newest));

    internal static IReadOnlyList<SourceFile> Below(params string[] folders)
    {
        var root = RepositoryRoot.Find();
        return
        [
            .. folders.SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
                .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(root, file).Replace(System.IO.Path.DirectorySeparatorChar, '/')))
                .Where(file => !file.Path.Split('/').Any(folder => folder is "bin" or "obj"))
                .Select(file => Parse(file.Path, File.ReadAllText(file.File))),
        ];
    }
}
