using System.Text.Json.Serialization;

namespace Feedback.Functions.Streams;

/// <summary>A partial batch response: Lambda repeats the stream's batch from the first failure on.</summary>
public sealed record StreamResponse([property: JsonPropertyName("batchItemFailures")] IReadOnlyList<StreamResponse.Failure> Failures)
{
    public sealed record Failure([property: JsonPropertyName("itemIdentifier")] string SequenceNumber);
}
