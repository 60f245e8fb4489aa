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
        { Operation: AwsOperation.ListConfigurationSets } list => List(list.Page.NextToken, list.Page.Size),
        { Operation: AwsOperation.GetEmailIdentity } get => Identity(get.Name!),
        { Operation: AwsOperation.PutAccountSendingAttributes } put => SwitchAccount(put.Enabled == true, lie),
        _ => Reply(new JsonObject { ["SendingEnabled"] = state.SendingEnabled, ["ProductionAccessEnabled"] = true, ["EnforcementStatus"] = "HEALTHY" }),
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

        var reputation = new JsonObject { ["ReputationMetricsEnabled"] = true };
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
