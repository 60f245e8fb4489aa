namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>A request of a function to the database.</summary>
/// <param name="Operation">Such as <c>TransactWriteItems</c>.</param>
/// <param name="Body">The request as JSON.</param>
internal sealed record DatabaseRequest(string Operation, string Body)
{
    private bool IsTransaction => Operation == "TransactWriteItems";

    /// <summary>Writes outcomes with their counters.</summary>
    public bool Records => IsTransaction && Writes("COUNT#");

    /// <summary>Writes a state.</summary>
    public bool Moves => IsTransaction && Writes("STATE#");

    /// <summary>Writes the state of a pause that SES has confirmed.</summary>
    public bool Confirms => Moves && Body.Contains("\"Paused\"", StringComparison.Ordinal);

    /// <summary>Writes down that an entity is being worked on.</summary>
    public bool Marks => Operation == "UpdateItem" && Writes("WORK#");

    /// <summary>Deletes a work item, or replaces it by the next.</summary>
    public bool Completes => Operation is "PutItem" or "DeleteItem" && Writes("WORK#");

    /// <summary>Writes down how far a process of DeliveryFunction has come.</summary>
    public bool TellsProgress => Operation == "PutItem" && Writes("DELIVERY-PROGRESS");

    private bool Writes(string keyPrefix) => Body.Contains($"\"{keyPrefix}", StringComparison.Ordinal);
}
