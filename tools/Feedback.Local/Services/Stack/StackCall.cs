namespace Feedback.Local.Services.Stack;

/// <param name="Operation">The operation.</param>
/// <param name="Name">The stack, or the function.</param>
/// <param name="LogicalId">The resource that is asked for.</param>
internal sealed record StackCall(AwsOperation Operation, string Name, string LogicalId = "") : AwsCall(Operation);
