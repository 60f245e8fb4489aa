using System.Globalization;

namespace Feedback.Local.Services.Ses;

/// <summary>Reads SES v2 requests. In REST-JSON, method and path identify the operation.</summary>
internal static class SesRoutes
{
    private const int Sets = 100;
    private const int Addresses = 1_000;

    public static SesCall? Read(AwsRequest request)
    {
        if (request is not { Protocol: AwsProtocol.RestJson, Path: ["v2", "email", .. var path] })
        {
            return null;
        }

        var enabled = (bool?)request.Body?["SendingEnabled"] ?? false;
        return (request.Method, path) switch
        {
            ("PUT", ["configuration-sets", var set, "sending"]) => Call(AwsOperation.PutConfigurationSetSendingOptions, set, enabled),
            ("GET", ["configuration-sets", var set]) => Call(AwsOperation.GetConfigurationSet, set),
            ("GET", ["configuration-sets", var set, "event-destinations"]) => Call(AwsOperation.GetConfigurationSetEventDestinations, set),
            ("POST", ["configuration-sets", var set, "event-destinations"]) =>
                Destination(AwsOperation.CreateConfigurationSetEventDestination, set, (string?)request.Body?["EventDestinationName"] ?? string.Empty),
            ("PUT", ["configuration-sets", var set, "event-destinations", var name]) =>
                Destination(AwsOperation.UpdateConfigurationSetEventDestination, set, name),
            ("DELETE", ["configuration-sets", var set, "event-destinations", var name]) =>
                Destination(AwsOperation.DeleteConfigurationSetEventDestination, set, name),
            ("PUT", ["configuration-sets", var set, "reputation-options"]) =>
                Call(AwsOperation.PutConfigurationSetReputationOptions, set, (bool?)request.Body?["ReputationMetricsEnabled"] ?? false),
            ("GET", ["configuration-sets"]) => Call(AwsOperation.ListConfigurationSets) with { Page = Page(request, Sets) },
            ("GET", ["suppression", "addresses"]) => Call(AwsOperation.ListSuppressedDestinations) with { Page = Page(request, Addresses) },
            ("PUT", ["suppression", "addresses"]) => Call(AwsOperation.PutSuppressedDestination) with { Suppressed = SuppressedAddress.Read(request.Body) },
            ("GET", ["suppression", "addresses", var address]) =>
                Call(AwsOperation.GetSuppressedDestination) with { Suppressed = new SuppressedAddress(address, string.Empty) },
            ("DELETE", ["suppression", "addresses", var address]) =>
                Call(AwsOperation.DeleteSuppressedDestination) with { Suppressed = new SuppressedAddress(address, string.Empty) },
            ("POST", ["outbound-emails"]) => Call(AwsOperation.SendEmail, (string?)request.Body?["ConfigurationSetName"]) with
            {
                Recipients = [.. request.Body?["Destination"]?["ToAddresses"]?.AsArray().Select(address => (string)address!) ?? []],
                Mail = SentMail.Read(request.Body),
            },
            ("GET", ["identities", var identity]) => Call(AwsOperation.GetEmailIdentity, identity),
            ("PUT", ["account", "sending"]) => Call(AwsOperation.PutAccountSendingAttributes, enabled: enabled),
            ("GET", ["account"]) => Call(AwsOperation.GetAccount),
            _ => null,
        };

        SesCall Destination(AwsOperation operation, string set, string name) =>
            Call(operation, set) with { Destination = EventDestination.Read(name, request.Body?["EventDestination"]) };

        SesCall Call(AwsOperation operation, string? name = null, bool? enabled = null) =>
            new(operation, request.Method, $"/{string.Join('/', request.Path)}", name, enabled);
    }

    private static (string? NextToken, int Size) Page(AwsRequest request, int usual) => (
        request.Query["NextToken"].FirstOrDefault(),
        int.TryParse(request.Query["PageSize"], CultureInfo.InvariantCulture, out var size) ? size : usual);
}
