namespace Feedback.Local;

/// <summary>Finds the checkout that contains this program, with <c>template.yaml</c> and <c>node_modules</c>.</summary>
internal static class RepositoryRoot
{
    public static string Find() =>
        Ancestor(AppContext.BaseDirectory) ?? Ancestor(Directory.GetCurrentDirectory())
        ?? throw new LocalException("No template.yaml in any folder above the program or the current one: run this inside the checkout.");

    private static string? Ancestor(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "template.yaml")) || File.Exists(Path.Combine(folder.FullName, "Feedback.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
