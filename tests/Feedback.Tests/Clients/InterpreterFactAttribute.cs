namespace Feedback.Tests.Clients;

/// <summary>A test that needs an interpreter. Where there is none it is skipped, and counted neither as passed nor as failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InterpreterFactAttribute : FactAttribute
{
    public InterpreterFactAttribute(string interpreter) =>
        Skip = Script.Find(interpreter) is null ? $"There is no {interpreter} on PATH: the snippet for it was not run." : null;
}
