using System.Text.Json.Nodes;

namespace Feedback.Local.Services.Ses;

internal sealed class SesService(SesState state) : ILocalService
{
    public AwsCall? Read(AwsRequest request) => SesRoutes.Read(request);

    public ServiceAnswer Answer(AwsCall call, bool lie) => (SesCall)call switch
    {
        { Operation: AwsOperation.PutConfigurationSetSendingOptions } put => Switch(put.Name!, put.Enabled == true, lie),
        { Operation: AwsOperation.GetConfigurationSet } get => Describe(get.Name!),
        { Operation: AwsOperation.GetConfigurationSetEventDestinations } get => Destinations(get.Name!),
        { Operation: AwsOperation.CreateConfigurationSetEventDestination } put => Create(put.Name!, put.Destination!),
        { Operation: AwsOperation.UpdateConfigurationSetEventDestination } put => Replace(put.Name!, put.Destination!, [put.Destination!]),
        { Operation: AwsOperation.DeleteConfigurationSetEventDestination } put => Replace(put.Name!, put.Destination!, []),
        { Operation: AwsOperation.PutConfigurationSetReputationOptions } put => SwitchMetrics(put.Name!, put.Enabled == true),
        { Operation: AwsOperation.ListConfigurationSets } list => List(list.Page.NextToken, list.Page.Size),
        { Operation: AwsOperation.ListSuppressedDestinations } list => ListSuppressed(list.Page.NextToken, list.Page.Size),
        { Operation: AwsOperation.PutSuppressedDestination } put => Suppress(put.Suppressed!),
        { Operation: AwsOperation.GetSuppressedDestination } get => Suppressed(get.Suppressed!.EmailAddress),
        { Operation: AwsOperation.DeleteSuppressedDestination } delete => Unsuppress(delete.Suppressed!.EmailAddress),
        { Operation: AwsOperation.SendEmail } mail => Send(mail),
        { Operation: AwsOperation.GetEmailIdentity } get => Identity(get.Name!),
        { Operation: AwsOperation.PutAccountSendingAttributes } put => SwitchAccount(put.Enabled == true, lie),
        _ => Reply(new JsonObject
        {
            ["SendingEnabled"] = state.SendingEnabled,
            ["ProductionAccessEnabled"] = state.ProductionAccess,
            ["EnforcementStatus"] = "HEALTHY",
        }),
    };

    private static AwsError NotFound(string what) => new(404, "NotFoundException", $"{what} does not exist.");

    private static AwsError NoSet(string name) => NotFound($"Configuration set <{name}>");

    private static AwsReply Reply(JsonObject body) => AwsReply.RestJson(body.ToJsonString());

    private ServiceAnswer Switch(string set, bool enabled, bool lie)
    {
        if (state.ConfigurationSet(set) is null)
        {
            return NoSet(set);
        }

        if (!lie)
        {
            state.SetSending(set, enabled);
        }

        return Reply([]);
    }

    private AwsReply SwitchAccount(bool enabled, bool lie)
    {
        if (!lie)
        {
            state.SendingEnabled = enabled;
        }

        return Reply([]);
    }

    private ServiceAnswer Describe(string name)
    {
        if (state.ConfigurationSet(name) is not { } set)
        {
            return NoSet(name);
        }

        var reputation = new JsonObject { ["ReputationMetricsEnabled"] = set.ReputationMetrics };
        if (set.LastFreshStart is { } start)
        {
            reputation["LastFreshStart"] = start.ToUnixTimeSeconds();
        }

        return Reply(new JsonObject
        {
            ["ConfigurationSetName"] = name,
            ["ReputationOptions"] = reputation,
            ["SendingOptions"] = new JsonObject { ["SendingEnabled"] = set.SendingEnabled },
        });
    }

    private ServiceAnswer Create(string set, EventDestination destination)
    {
        if (state.ConfigurationSet(set) is null)
        {
            return NoSet(set);
        }

        var destinations = state.EventDestinations(set);
        if (destinations.Any(other => other.Name == destination.Name))
        {
            return new AwsError(400, "AlreadyExistsException", $"Event destination <{destination.Name}> already exists.");
        }

        return Keep(set, [.. destinations, destination]);
    }

    private ServiceAnswer Replace(string set, EventDestination old, IReadOnlyList<EventDestination> by)
    {
        if (state.ConfigurationSet(set) is null)
        {
            return NoSet(set);
        }

        var others = state.EventDestinations(set).Where(other => other.Name != old.Name).ToList();
        return others.Count == state.EventDestinations(set).Count ? NotFound($"Event destination <{old.Name}>") : Keep(set, [.. others, .. by]);
    }

    /// <summary>SES refuses a destination without a type of event, or without a place to send to.</summary>
    private ServiceAnswer Keep(string set, IReadOnlyList<EventDestination> destinations)
    {
        if (destinations.Any(destination => destination.Name.Length == 0 || destination.Events.Count == 0 || destination.Arn.Length == 0))
        {
            return new AwsError(400, "BadRequestException", "An event destination needs a name, types of events and a target.");
        }

        state.SetEventDestinations(set, destinations);
        return Reply([]);
    }

    private ServiceAnswer SwitchMetrics(string set, bool enabled)
    {
        if (state.ConfigurationSet(set) is null)
        {
            return NoSet(set);
        }

        state.SetReputationMetrics(set, enabled);
        return Reply([]);
    }

    private ServiceAnswer Destinations(string name) => state.ConfigurationSet(name) is not { } set
        ? NoSet(name)
        : Reply(new JsonObject
        {
            ["EventDestinations"] = new JsonArray(
                [.. (set.EventDestinations ?? state.DefaultEventDestinations).Select(destination => destination.Json())]),
        });

    // The token is the last name of the previous page, so that sets created or deleted in between don't shift the pages.
    private ServiceAnswer List(string? after, int size)
    {
        if (size is < 1 or > 1_000)
        {
            return new AwsError(400, "BadRequestException", "PageSize must be between 1 and 1000.");
        }

        var rest = state.ConfigurationSets.Select(set => set.Name).Where(name => string.CompareOrdinal(name, after) > 0).ToList();
        var body = new JsonObject { ["ConfigurationSets"] = new JsonArray([.. rest.Take(size).Select(name => JsonValue.Create(name))]) };
        if (rest.Count > size)
        {
            body["NextToken"] = rest[size - 1];
        }

        return Reply(body);
    }

    private ServiceAnswer ListSuppressed(string? after, int size)
    {
        if (size is < 1 or > 1_000)
        {
            return new AwsError(400, "BadRequestException", "PageSize must be between 1 and 1000.");
        }

        var (page, next) = state.SuppressionList.Page(after, size);
        var body = new JsonObject { ["SuppressedDestinationSummaries"] = new JsonArray([.. page.Select(address => address.Json())]) };
        if (next is not null)
        {
            body["NextToken"] = next;
        }

        return Reply(body);
    }

    private ServiceAnswer Suppress(SuppressedAddress address)
    {
        if (!address.IsValid)
        {
            return new AwsError(400, "BadRequestException", "An email address and the reason BOUNCE or COMPLAINT are expected.");
        }

        state.SuppressionList.Put(address.EmailAddress, address.Reason);
        return Reply([]);
    }

    private ServiceAnswer Suppressed(string address) => state.SuppressionList.Find(address) is { } found
        ? Reply(new JsonObject { ["SuppressedDestination"] = found.Json() })
        : NotSuppressed(address);

    private ServiceAnswer Unsuppress(string address) => state.SuppressionList.Remove(address) ? Reply([]) : NotSuppressed(address);

    private static AwsError NotSuppressed(string address) => NotFound($"Email address {address} on your suppression list");

    /// <summary>Accepts a mail. Nothing leaves this machine.</summary>
    private ServiceAnswer Send(SesCall mail)
    {
        if (mail.Name is { } set && state.ConfigurationSet(set) is null)
        {
            return NoSet(set);
        }

        if (!state.SendingEnabled || (mail.Name is { } name && !state.IsSending(name)))
        {
            return new AwsError(400, "SendingPausedException", "Email sending is paused.");
        }

        return mail.Recipients.Count == 0
            ? new AwsError(400, "BadRequestException", "A mail needs recipients.")
            : Reply(new JsonObject { ["MessageId"] = $"{RequestIds.Next()}-000000" });
    }

    private ServiceAnswer Identity(string name)
    {
        if (!state.TryGetIdentity(name, out var set))
        {
            return NotFound($"Email identity {name}");
        }

        var type = name.Contains('@', StringComparison.Ordinal) ? "EMAIL_ADDRESS" : "DOMAIN";
        var body = new JsonObject { ["IdentityType"] = type, ["VerifiedForSendingStatus"] = true };
        if (set is not null)
        {
            body["ConfigurationSetName"] = set;
        }

        return Reply(body);
    }
}
