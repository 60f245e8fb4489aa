namespace Feedback.Tests.Architecture;

/// <summary>What the source files must keep to, beside what the compiled code shows.</summary>
internal static class SourceRules
{
    /// <summary>
    /// A file holds one type, of the file's name: <c>X.cs</c>, or <c>X.Part.cs</c> for a part of it. Nested types are free, and a file may
    /// hold nothing but attributes of the assembly.
    /// </summary>
    internal static IReadOnlyList<string> OneTypeAFile(IEnumerable<SourceFile> files) =>
    [
        .. files
            .Where(file => file.Types is not [] && (file.Types is not [var only] || only != Path.GetFileName(file.Path).Split('.')[0]))
            .Select(file => $"{file.Path} declares {string.Join(", ", file.Types)}"),
    ];

    /// <summary>The namespace is the folder, so what holds for namespaces holds for folders.</summary>
    internal static IReadOnlyList<string> NamespaceIsFolder(IEnumerable<SourceFile> files, string below) =>
    [
        .. files
            .Where(file => file.Types is not [])
            .Where(file => file.Namespace != Path.GetDirectoryName(Path.GetRelativePath(below, file.Path))!.Replace(Path.DirectorySeparatorChar, '.'))
            .Select(file => $"{file.Path} is in the namespace {file.Namespace}"),
    ];

    /// <summary>Constants and <c>nameof</c> leave no trace in compiled code, but the file that uses them says so at its head.</summary>
    internal static IEnumerable<TypeUse> Usings(IEnumerable<SourceFile> files) =>
        from file in files
        where file is { Namespace: not null, Types: not [] }
        from used in file.Usings
        select new TypeUse(new TypeName(file.Namespace!, file.Types[0]), new TypeName(used, "*"));
}
