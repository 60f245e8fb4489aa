using Amazon.DynamoDBv2.Model;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>The item of an entity's state.</summary>
internal static class StateItem
{
    /// <summary>Identifies the write, so that a writer whose answer got lost can tell its own write from another's.</summary>
    internal const string Writer = "Writer";

    internal static Dictionary<string, AttributeValue> Of(EntityState state)
    {
        var item = ReputationKeys.State(state.Entity);
        item["Version"] = Attributes.Of(state.Version);
        item["Level"] = Attributes.Of(state.Level.ToString());
        item["Sending"] = Attributes.Of(state.Sending.ToString());
        item.Put("PausedBy", state.PausedBy?.ToString());
        if (state.Hold is { } hold)
        {
            item["Hold"] = Attributes.Of(Hold(hold));
        }

        item.Put("HoldToldAt", state.HoldToldAt);
        item.Put("PausedAt", state.PausedAt);
        item["PauseRequested"] = Attributes.Of(state.PauseRequested);
        item.Put("Finding", state.Finding);
        item.Put("FindingOverAt", state.FindingOverAt);
        item.Put("PauseFailureToldAt", state.PauseFailureToldAt);
        item["VerifyEnabled"] = Attributes.Of(state.VerifyEnabled);
        item.Put("ResumedAt", state.ResumedAt);
        item.Put("CountFrom", state.CountFrom);
        item.Put("RemindedAt", state.RemindedAt);
        item.Put("LeasedUntil", state.LeasedUntil);
        item.Put("ChangedAt", state.ChangedAt);
        if (state.Alert is { } alert)
        {
            item["Alert"] = Attributes.Of(Alert(alert));
        }

        if (state.Worst is { } worst)
        {
            item["Worst"] = Attributes.Of(Worst(worst));
        }

        item["Tallies"] = new AttributeValue { L = [.. state.Tallies.Select(t => Attributes.Of(TallyItem.Of(t)))] };
        return item;
    }

    internal static EntityState Read(Dictionary<string, AttributeValue> item) => new()
    {
        Entity = new ReputationEntity(item.Text(ReputationKeys.Sort)),
        Version = item.Number("Version"),
        Level = item.Name<Level>("Level"),
        Sending = item.Name<SendingStatus>("Sending"),
        PausedBy = item.ContainsKey("PausedBy") ? item.Name<PausedBy>("PausedBy") : null,
        Hold = item.TryGetValue("Hold", out var hold) ? ReadHold(hold.M) : null,
        HoldToldAt = item.OptionalTime("HoldToldAt"),
        PausedAt = item.OptionalTime("PausedAt"),
        PauseRequested = item.Truth("PauseRequested"),
        Finding = item.OptionalText("Finding"),
        FindingOverAt = item.OptionalTime("FindingOverAt"),
        PauseFailureToldAt = item.OptionalTime("PauseFailureToldAt"),
        VerifyEnabled = item.Truth("VerifyEnabled"),
        ResumedAt = item.OptionalTime("ResumedAt"),
        CountFrom = item.OptionalTime("CountFrom"),
        RemindedAt = item.OptionalTime("RemindedAt"),
        LeasedUntil = item.OptionalTime("LeasedUntil"),
        ChangedAt = item.OptionalTime("ChangedAt"),
        Alert = item.TryGetValue("Alert", out var alert) ? ReadAlert(alert.M) : null,
        Worst = item.TryGetValue("Worst", out var worst) ? ReadWorst(worst.M) : null,
        Tallies = item.TryGetValue("Tallies", out var tallies) ? (tallies.L ?? []).Select(t => TallyItem.Read(t.M)).ToList() : [],
    };

    private static Dictionary<string, AttributeValue> Hold(Hold hold)
    {
        var map = new Dictionary<string, AttributeValue>
        {
            ["At"] = Attributes.Of(hold.At),
            ["Since"] = Attributes.Of(hold.Since),
            ["Reason"] = Attributes.Of(hold.Reason.ToString()),
            ["Told"] = Attributes.Of(hold.Told),
        };
        map.Put("Missing", hold.Lag.Missing);
        map.Put("DeadLettered", hold.Lag.DeadLettered);
        if (hold.Spread is { } spread)
        {
            map["Spread"] = Attributes.Of(Spread(spread));
        }

        return map;
    }

    private static Hold ReadHold(Dictionary<string, AttributeValue> map) => new(
        map.Time("At"),
        map.Time("Since"),
        map.Name<HoldReason>("Reason"),
        new DeliveryLag(map.OptionalNumber("Missing"), map.OptionalNumber("DeadLettered")),
        map.Truth("Told"))
    {
        Spread = map.TryGetValue("Spread", out var spread) ? ReadSpread(spread.M) : null,
    };

    private static Dictionary<string, AttributeValue> Spread(RecipientSpread spread) => new()
    {
        ["Rate"] = Attributes.Of(Worst(spread.Rate)),
        ["Recipients"] = Attributes.Of(spread.Recipients),
        ["Domains"] = Attributes.Of(spread.Domains),
        ["Needed"] = Attributes.Of(spread.Needed),
    };

    private static RecipientSpread ReadSpread(Dictionary<string, AttributeValue> map) =>
        new(ReadWorst(map["Rate"].M), map.Number("Recipients"), (int)map.Number("Domains"), map.Number("Needed"));

    private static Dictionary<string, AttributeValue> Alert(PendingAlert alert)
    {
        var map = new Dictionary<string, AttributeValue>
        {
            ["Kind"] = Attributes.Of(alert.Kind.ToString()),
            ["Version"] = Attributes.Of(alert.Version),
        };
        map.Put("Note", alert.Note);
        if (alert.TakenBy.Count > 0)
        {
            map["TakenBy"] = new AttributeValue { L = [.. alert.TakenBy.Select(Attributes.Of)] };
        }

        return map;
    }

    private static PendingAlert ReadAlert(Dictionary<string, AttributeValue> map) =>
        new(map.Name<AlertKind>("Kind"), map.Number("Version"), map.OptionalText("Note"))
        {
            TakenBy = map.TryGetValue("TakenBy", out var targets) ? [.. (targets.L ?? []).Select(target => target.S)] : [],
        };

    private static Dictionary<string, AttributeValue> Worst(Rate rate) => new()
    {
        ["Signal"] = Attributes.Of(rate.Signal.Name),
        ["Window"] = Attributes.Of(rate.Window.ToString()),
        ["Events"] = Attributes.Of(rate.Events),
        ["Trials"] = Attributes.Of(rate.Trials),
    };

    private static Rate ReadWorst(Dictionary<string, AttributeValue> map) =>
        new(Signal.Parse(map.Text("Signal")), Window.Parse(map.Text("Window")), map.Number("Events"), map.Number("Trials"));
}
