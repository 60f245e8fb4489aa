namespace Feedback.Cli;

internal static class EntryPoint
{
    private static void Main()
    {
    }
}
