using System.Text.Json.Serialization;

namespace Feedback.Functions.Streams;

/// <summary>An event of a DynamoDB stream in Lambda's form, as far as Feedback reads it.</summary>
public sealed record StreamEvent([property: JsonPropertyName("Records")] IReadOnlyList<StreamEvent.StreamRecord?>? Records)
{
    /// <summary>One change of an item.</summary>
    public sealed record StreamRecord(
        [property: JsonPropertyName("eventID")] string? EventId,
        [property: JsonPropertyName("dynamodb")] ItemChange? Change);

    /// <summary>The item before and after the change.</summary>
    /// <param name="At">Unix time in seconds, approximate.</param>
    /// <param name="SequenceNumber">The place of the change in the stream.</param>
    /// <param name="OldImage">Null for a new item.</param>
    /// <param name="NewImage">Null for a deleted item.</param>
    public sealed record ItemChange(
        [property: JsonPropertyName("ApproximateCreationDateTime")] double At,
        [property: JsonPropertyName("SequenceNumber")] string? SequenceNumber,
        [property: JsonPropertyName("OldImage")] Dictionary<string, StreamValue>? OldImage,
        [property: JsonPropertyName("NewImage")] Dictionary<string, StreamValue>? NewImage);

    /// <summary>The kinds of value that Feedback writes to the Suppression table: text, number and map.</summary>
    public sealed record StreamValue(
        [property: JsonPropertyName("S")] string? Text,
        [property: JsonPropertyName("N")] string? Number,
        [property: JsonPropertyName("M")] Dictionary<string, StreamValue>? Map);
}
