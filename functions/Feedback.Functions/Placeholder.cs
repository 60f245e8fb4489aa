namespace Feedback.Functions;

internal static class EntryPoint
{
    private static void Main()
    {
    }
}
