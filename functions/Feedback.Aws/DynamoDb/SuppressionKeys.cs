using Amazon.DynamoDBv2.Model;
using Feedback.Notifications;

namespace Feedback.Aws.DynamoDb;

/// <summary>The key of the suppression table: the address in its canonical form.</summary>
internal static class SuppressionKeys
{
    private const string Address = "Address";

    internal static Dictionary<string, AttributeValue> Of(EmailAddress address) => new() { [Address] = Attributes.Of(address.Value) };

    /// <exception cref="InvalidDataException">The key is no address.</exception>
    internal static EmailAddress Read(Dictionary<string, AttributeValue> item) =>
        EmailAddress.TryParse(item.Text(Address), out var address, out var problem)
            ? address
            : throw new InvalidDataException($"An item of the suppression table has no valid address: {problem}.");
}
