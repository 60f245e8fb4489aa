using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleEmailV2.Model;
using Amazon.StandIns.Protocol;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>SES v2 speaks REST with JSON bodies.</summary>
internal static class Operations
{
    private const string Service = "Amazon.SimpleEmailV2";

    public static readonly InvokeOptions GetAccount = Operation.Of<GetAccountRequest>(
        Service,
        (_, http) => Get(http, "/v2/email/account"),
        Response(json => new GetAccountResponse { EnforcementStatus = json.Text("EnforcementStatus"), SendingEnabled = json.Flag("SendingEnabled") }));

    public static readonly InvokeOptions GetConfigurationSet = Operation.Of<GetConfigurationSetRequest>(
        Service,
        (request, http) => Get(http, Path(http, "/v2/email/configuration-sets/{ConfigurationSetName}", request.ConfigurationSetName)),
        Response(json => new GetConfigurationSetResponse
        {
            ConfigurationSetName = json.Text("ConfigurationSetName"),
            SendingOptions = json.Property("SendingOptions") is { } options ? new SendingOptions { SendingEnabled = options.Flag("SendingEnabled") } : null,
        }));

    public static readonly InvokeOptions GetConfigurationSetEventDestinations = Operation.Of<GetConfigurationSetEventDestinationsRequest>(
        Service,
        (request, http) => Get(
            http, Path(http, "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations", request.ConfigurationSetName)),
        Response(json => new GetConfigurationSetEventDestinationsResponse { EventDestinations = json.Items("EventDestinations", Destination) }));

    public static readonly InvokeOptions GetEmailIdentity = Operation.Of<GetEmailIdentityRequest>(
        Service,
        (request, http) => Get(http, Path(http, "/v2/email/identities/{EmailIdentity}", request.EmailIdentity)),
        Response(json => new GetEmailIdentityResponse { ConfigurationSetName = json.Text("ConfigurationSetName") }));

    public static readonly InvokeOptions ListConfigurationSets = Operation.Of<ListConfigurationSetsRequest>(
        Service,
        WriteListConfigurationSets,
        Response(json => new ListConfigurationSetsResponse { ConfigurationSets = json.Texts("ConfigurationSets"), NextToken = json.Text("NextToken") }));

    public static readonly InvokeOptions PutAccountSendingAttributes = Operation.Of<PutAccountSendingAttributesRequest>(
        Service,
        (request, http) => PutSendingEnabled(http, "/v2/email/account/sending", request.SendingEnabled),
        Response(_ => new PutAccountSendingAttributesResponse()));

    public static readonly InvokeOptions PutConfigurationSetSendingOptions = Operation.Of<PutConfigurationSetSendingOptionsRequest>(
        Service,
        (request, http) => PutSendingEnabled(
            http, Path(http, "/v2/email/configuration-sets/{ConfigurationSetName}/sending", request.ConfigurationSetName), request.SendingEnabled),
        Response(_ => new PutConfigurationSetSendingOptionsResponse()));

    private static JsonResponse Response(Func<JsonElement, AmazonWebServiceResponse> read) => new(read, Errors.From);

    private static EventDestination Destination(JsonElement json) => new()
    {
        Enabled = json.Flag("Enabled"),
        EventBridgeDestination = json.Property("EventBridgeDestination") is { } bus
            ? new EventBridgeDestination { EventBusArn = bus.Text("EventBusArn") }
            : null,
        MatchingEventTypes = json.Texts("MatchingEventTypes"),
        Name = json.Text("Name"),
        SnsDestination = json.Property("SnsDestination") is { } topic ? new SnsDestination { TopicArn = topic.Text("TopicArn") } : null,
    };

    private static void WriteListConfigurationSets(ListConfigurationSetsRequest request, IRequest http)
    {
        Get(http, "/v2/email/configuration-sets");
        http.UseQueryString = true;
        if (request.NextToken is not null)
        {
            http.Parameters.Add("NextToken", request.NextToken);
        }

        if (request.PageSize is { } size)
        {
            http.Parameters.Add("PageSize", size.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Get(IRequest http, string path)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = path;
    }

    private static void PutSendingEnabled(IRequest http, string path, bool? enabled)
    {
        http.HttpMethod = "PUT";
        http.ResourcePath = path;
        JsonBody.Write(http, "application/json", json =>
        {
            if (enabled is { } value)
            {
                json.WriteBoolean("SendingEnabled", value);
            }
        });
    }

    /// <summary>The SDK fills the one placeholder in, escaped, when it composes the URL.</summary>
    private static string Path(IRequest http, string path, string value)
    {
        var placeholder = path[path.IndexOf('{', StringComparison.Ordinal)..(path.IndexOf('}', StringComparison.Ordinal) + 1)];
        if (string.IsNullOrEmpty(value))
        {
            throw new AmazonSimpleEmailServiceV2Exception($"Request object does not have required field {placeholder.Trim('{', '}')} set");
        }

        http.AddPathResource(placeholder, value);
        return path;
    }
}
