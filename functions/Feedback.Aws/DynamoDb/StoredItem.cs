using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Reads items that may be broken, for instance because they were edited by hand.</summary>
internal static class StoredItem
{
    /// <summary>
    /// Reads an item of ours. An item without a version isn't ours: it is refused like a broken one, so that nothing overwrites it.
    /// </summary>
    /// <param name="item">The attributes.</param>
    /// <param name="read">Reads them, and fails in any way where one is missing or broken.</param>
    /// <param name="name">What the message says of the item after "The item"; never an address.</param>
    /// <exception cref="InvalidDataException">The item can't be read.</exception>
    internal static T Read<T>(
        Dictionary<string, AttributeValue> item,
        Func<Dictionary<string, AttributeValue>, T> read,
        Func<string> name)
    {
        if (!item.ContainsKey(VersionCondition.Version))
        {
            throw new InvalidDataException(
                $"The item {name()} has no attribute {VersionCondition.Version}: Feedback did not write it, and leaves it alone.");
        }

        try
        {
            return read(item);
        }
        catch (Exception exception)
            when (exception is KeyNotFoundException or FormatException or OverflowException or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException($"The item {name()} can't be read: {exception.Message}", exception);
        }
    }
}
