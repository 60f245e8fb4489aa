using Feedback.Aws;
using Feedback.Functions.Composition;

namespace Feedback.Functions;

/// <summary>
/// The one executable behind every function. FEEDBACK_FUNCTION says which one it is; Annotations' generated Main would leave silently on
/// a value it doesn't know, this one says so.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main()
    {
        EndpointVariables.DropEmpty();
        return FunctionRunner.RunAsync(Environment.GetEnvironmentVariable(FunctionRunner.Variable));
    }
}
