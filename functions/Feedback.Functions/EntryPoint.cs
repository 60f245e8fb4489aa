using Feedback.Aws;
using Feedback.Functions.Composition;

namespace Feedback.Functions;

/// <summary>
/// The entry point of all functions. FEEDBACK_FUNCTION selects the function; an unknown value is reported as an error, where the Main that
/// Annotations can generate exits silently.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main()
    {
        EndpointVariables.DropEmpty();
        return FunctionRunner.RunAsync(Environment.GetEnvironmentVariable(FunctionRunner.Variable));
    }
}
