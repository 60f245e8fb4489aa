using System.Text.Json.Nodes;
using Feedback.Local.Lambda;

namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>A queue function's answer, read as the poller reads it.</summary>
internal static class BatchResponse
{
    internal static IReadOnlyList<string> FailedIds(Invocation invocation)
    {
        invocation.Error.ShouldBeNull();
        var failures = JsonNode.Parse(invocation.ResponseJson!)!["batchItemFailures"].ShouldNotBeNull();
        return [.. failures.AsArray().Select(failure => (string)failure!["itemIdentifier"]!)];
    }
}
