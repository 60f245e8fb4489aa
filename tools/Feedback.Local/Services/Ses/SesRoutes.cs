using System.Globalization;

namespace Feedback.Local.Services.Ses;

/// <summary>Reads SES v2 requests. In REST-JSON, method and path identify the operation.</summary>
internal static class SesRoutes
{
    private const int PageSize = 100;

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
            ("GET", ["configuration-sets"]) => Call(AwsOperation.ListConfigurationSets) with { Page = Page(request) },
            ("GET", ["identities", var identity]) => Call(AwsOperation.GetEmailIdentity, identity),
            ("PUT", ["account", "sending"]) => Call(AwsOperation.PutAccountSendingAttributes, enabled: enabled),
            ("GET", ["account"]) => Call(AwsOperation.GetAccount),
            _ => null,
        };

        SesCall Call(AwsOperation operation, string? name = null, bool? enabled = null) =>
            new(operation, request.Method, $"/{string.Join('/', request.Path)}", name, enabled);
    }

    private static (string? NextToken, int Size) Page(AwsRequest request) => (
        request.Query["NextToken"].FirstOrDefault(),
        int.TryParse(request.Query["PageSize"], CultureInfo.InvariantCulture, out var size) ? size : PageSize);
}
