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

    private const string Sets = "/v2/email/configuration-sets/{ConfigurationSetName}";

    private const string Destinations = Sets + "/event-destinations";

    private const string Suppressed = "/v2/email/suppression/addresses";

    public static readonly InvokeOptions CreateConfigurationSetEventDestination = Operation.Of<CreateConfigurationSetEventDestinationRequest>(
        Service,
        (request, http) => Send(http, "POST", Path(http, Destinations, request.ConfigurationSetName), json =>
        {
            Write(json, request.EventDestination);
            if (request.EventDestinationName is not null)
            {
                json.WriteString("EventDestinationName", request.EventDestinationName);
            }
        }),
        Response(_ => new CreateConfigurationSetEventDestinationResponse()));

    public static readonly InvokeOptions DeleteConfigurationSetEventDestination = Operation.Of<DeleteConfigurationSetEventDestinationRequest>(
        Service,
        (request, http) =>
        {
            http.HttpMethod = "DELETE";
            http.ResourcePath = Path(http, Destinations + "/{EventDestinationName}", request.ConfigurationSetName, request.EventDestinationName);
        },
        Response(_ => new DeleteConfigurationSetEventDestinationResponse()));

    public static readonly InvokeOptions DeleteSuppressedDestination = Operation.Of<DeleteSuppressedDestinationRequest>(
        Service,
        (request, http) =>
        {
            http.HttpMethod = "DELETE";
            http.ResourcePath = Path(http, Suppressed + "/{EmailAddress}", request.EmailAddress);
        },
        Response(_ => new DeleteSuppressedDestinationResponse()));

    public static readonly InvokeOptions GetAccount = Operation.Of<GetAccountRequest>(
        Service,
        (_, http) => Get(http, "/v2/email/account"),
        Response(json => new GetAccountResponse
        {
            EnforcementStatus = json.Text("EnforcementStatus"),
            ProductionAccessEnabled = json.Flag("ProductionAccessEnabled"),
            SendingEnabled = json.Flag("SendingEnabled"),
        }));

    public static readonly InvokeOptions GetConfigurationSet = Operation.Of<GetConfigurationSetRequest>(
        Service,
        (request, http) => Get(http, Path(http, "/v2/email/configuration-sets/{ConfigurationSetName}", request.ConfigurationSetName)),
        Response(json => new GetConfigurationSetResponse
        {
            ConfigurationSetName = json.Text("ConfigurationSetName"),
            ReputationOptions = json.Property("ReputationOptions") is { } reputation
                ? new ReputationOptions { ReputationMetricsEnabled = reputation.Flag("ReputationMetricsEnabled") }
                : null,
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

    public static readonly InvokeOptions GetSuppressedDestination = Operation.Of<GetSuppressedDestinationRequest>(
        Service,
        (request, http) => Get(http, Path(http, Suppressed + "/{EmailAddress}", request.EmailAddress)),
        Response(json => new GetSuppressedDestinationResponse
        {
            SuppressedDestination = json.Property("SuppressedDestination") is { } found
                ? new SuppressedDestination
                {
                    EmailAddress = found.Text("EmailAddress"),
                    LastUpdateTime = Time(found, "LastUpdateTime"),
                    Reason = found.Text("Reason"),
                }
                : null,
        }));

    public static readonly InvokeOptions ListConfigurationSets = Operation.Of<ListConfigurationSetsRequest>(
        Service,
        (request, http) => GetPage(http, "/v2/email/configuration-sets", request.NextToken, request.PageSize),
        Response(json => new ListConfigurationSetsResponse { ConfigurationSets = json.Texts("ConfigurationSets"), NextToken = json.Text("NextToken") }));

    public static readonly InvokeOptions ListSuppressedDestinations = Operation.Of<ListSuppressedDestinationsRequest>(
        Service,
        (request, http) => GetPage(http, Suppressed, request.NextToken, request.PageSize),
        Response(json => new ListSuppressedDestinationsResponse
        {
            NextToken = json.Text("NextToken"),
            SuppressedDestinationSummaries = json.Items("SuppressedDestinationSummaries", Summary),
        }));

    public static readonly InvokeOptions PutAccountSendingAttributes = Operation.Of<PutAccountSendingAttributesRequest>(
        Service,
        (request, http) => PutSendingEnabled(http, "/v2/email/account/sending", request.SendingEnabled),
        Response(_ => new PutAccountSendingAttributesResponse()));

    public static readonly InvokeOptions PutConfigurationSetSendingOptions = Operation.Of<PutConfigurationSetSendingOptionsRequest>(
        Service,
        (request, http) => PutSendingEnabled(
            http, Path(http, "/v2/email/configuration-sets/{ConfigurationSetName}/sending", request.ConfigurationSetName), request.SendingEnabled),
        Response(_ => new PutConfigurationSetSendingOptionsResponse()));

    public static readonly InvokeOptions PutConfigurationSetReputationOptions = Operation.Of<PutConfigurationSetReputationOptionsRequest>(
        Service,
        (request, http) => Send(http, "PUT", Path(http, Sets + "/reputation-options", request.ConfigurationSetName), json =>
        {
            if (request.ReputationMetricsEnabled is { } enabled)
            {
                json.WriteBoolean("ReputationMetricsEnabled", enabled);
            }
        }),
        Response(_ => new PutConfigurationSetReputationOptionsResponse()));

    public static readonly InvokeOptions PutSuppressedDestination = Operation.Of<PutSuppressedDestinationRequest>(
        Service,
        (request, http) => Send(http, "PUT", Suppressed, json =>
        {
            if (request.EmailAddress is not null)
            {
                json.WriteString("EmailAddress", request.EmailAddress);
            }

            if (request.Reason is not null)
            {
                json.WriteString("Reason", request.Reason);
            }
        }),
        Response(_ => new PutSuppressedDestinationResponse()));

    public static readonly InvokeOptions SendEmail = Operation.Of<SendEmailRequest>(
        Service,
        (request, http) => Send(http, "POST", "/v2/email/outbound-emails", json => Mails.Write(json, request)),
        Response(json => new SendEmailResponse { MessageId = json.Text("MessageId") }));

    public static readonly InvokeOptions UpdateConfigurationSetEventDestination = Operation.Of<UpdateConfigurationSetEventDestinationRequest>(
        Service,
        (request, http) => Send(
            http,
            "PUT",
            Path(http, Destinations + "/{EventDestinationName}", request.ConfigurationSetName, request.EventDestinationName),
            json => Write(json, request.EventDestination)),
        Response(_ => new UpdateConfigurationSetEventDestinationResponse()));

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

    private static SuppressedDestinationSummary Summary(JsonElement json) => new()
    {
        EmailAddress = json.Text("EmailAddress"),
        LastUpdateTime = Time(json, "LastUpdateTime"),
        Reason = json.Text("Reason"),
    };

    private static DateTime? Time(JsonElement json, string name) =>
        json.Property(name) is { } time ? DateTime.UnixEpoch.AddSeconds(time.GetDouble()) : null;

    private static void GetPage(IRequest http, string path, string nextToken, int? pageSize)
    {
        Get(http, path);
        http.UseQueryString = true;
        if (nextToken is not null)
        {
            http.Parameters.Add("NextToken", nextToken);
        }

        if (pageSize is { } size)
        {
            http.Parameters.Add("PageSize", size.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Get(IRequest http, string path)
    {
        http.HttpMethod = "GET";
        http.ResourcePath = path;
    }

    private static void PutSendingEnabled(IRequest http, string path, bool? enabled) => Send(http, "PUT", path, json =>
    {
        if (enabled is { } value)
        {
            json.WriteBoolean("SendingEnabled", value);
        }
    });

    private static void Send(IRequest http, string method, string path, Action<Utf8JsonWriter> properties)
    {
        http.HttpMethod = method;
        http.ResourcePath = path;
        JsonBody.Write(http, "application/json", properties);
    }

    private static void Write(Utf8JsonWriter json, EventDestinationDefinition destination)
    {
        if (destination is null)
        {
            return;
        }

        json.WriteStartObject("EventDestination");
        if (destination.Enabled is { } enabled)
        {
            json.WriteBoolean("Enabled", enabled);
        }

        if (destination.MatchingEventTypes is { Count: > 0 } types)
        {
            json.WriteStartArray("MatchingEventTypes");
            types.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        if (destination.SnsDestination is { } topic)
        {
            json.WriteStartObject("SnsDestination");
            json.WriteString("TopicArn", topic.TopicArn);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The SDK fills the placeholders in, escaped, when it composes the URL. The values are in their order.</summary>
    private static string Path(IRequest http, string path, params ReadOnlySpan<string> values)
    {
        var from = 0;
        foreach (var value in values)
        {
            from = path.IndexOf('{', from);
            var placeholder = path[from..(path.IndexOf('}', from) + 1)];
            if (string.IsNullOrEmpty(value))
            {
                throw new AmazonSimpleEmailServiceV2Exception($"Request object does not have required field {placeholder.Trim('{', '}')} set");
            }

            http.AddPathResource(placeholder, value);
            from += placeholder.Length;
        }

        return path;
    }
}
