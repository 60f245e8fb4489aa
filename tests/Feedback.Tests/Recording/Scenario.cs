using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Feedback.Outcomes.Outcome;

namespace Feedback.Tests.Recording;

/// <summary>Observations of a few messages to a few recipients as SES might send them: of every kind, in both formats, some of them twice.</summary>
internal static class Scenario
{
    private const Evidence Complaint = Evidence.Complained | Evidence.Delivered;
    private const Evidence GlobalList = Evidence.HardBounced | Evidence.OnSesGlobalList;

    private static readonly Evidence[] Kinds =
    [
        Evidence.Delivered,
        Evidence.SoftBounced,
        Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit,
        Evidence.HardBounced,
        Complaint,
        Evidence.ListedInComplaint,
        Evidence.OnAccountList,
        Evidence.OnTenantList,
        Evidence.FailedValidation,
        Evidence.Unsubscribed,
    ];

    private static readonly Attribution[] Attributions =
    [
        Attribution.None,
        Attribution.To("alpha", AttributionSource.IdentityDefault),
        Attribution.To("beta", AttributionSource.Header),
        Attribution.To("alpha", AttributionSource.Tag),
        Attribution.To("gamma", AttributionSource.Tag),
        Attribution.NotOurs,
    ];

    /// <summary>Few recipients of few messages, so that observations of one outcome are frequent.</summary>
    internal static readonly Gen<Observation> Any =
        from recipient in Gen.Choose(0, 2)
        from message in Gen.Choose(0, 2)
        from kind in Gen.Elements(Kinds)
        from attribution in Gen.Frequency((12, Gen.Elements(Attributions[..^1])), (1, Gen.Constant(Attributions[^1])))
        from minutes in Gen.Choose(0, 2)
        select Observation(recipient, message, kind, attribution, minutes);

    internal static readonly Gen<List<Observation>> Many = Any.ListOf().Select(list => list.ToList());

    /// <summary>The same observations in two orders.</summary>
    internal static readonly Gen<(List<Observation> One, List<Observation> Other)> TwoOrders =
        from one in Many
        from other in Gen.Shuffle(one.ToArray())
        select (one, other.ToList());

    /// <summary>The expected counters, computed without items, deltas or an order.</summary>
    internal static IReadOnlyList<(string Entity, DateTimeOffset Bucket, Tally Tally)> Expected(IEnumerable<Observation> observations) => observations
        .GroupBy(o => o.Key)
        .Select(g => (
            Attribution: g.Select(o => o.Attribution).Aggregate((a, b) => a.Or(b)),
            Bucket: Bucket.Of(g.First().SentAt).Start,
            Tally: Tally.Of(g.Aggregate(Evidence.None, (bits, o) => bits | o.Evidence))))
        .Where(o => o.Attribution.Counted && o.Tally != Tally.Zero)
        .SelectMany(o => new[] { (o.Attribution.Entity.Key, o.Bucket, o.Tally), (ReputationEntity.Account.Key, o.Bucket, o.Tally) })
        .GroupBy(o => (o.Key, o.Bucket), o => o.Tally)
        .Select(g => (g.Key.Key, g.Key.Bucket, g.Aggregate(Tally.Zero, (a, b) => a + b)))
        .OrderBy(o => o.Key, StringComparer.Ordinal)
        .ThenBy(o => o.Bucket)
        .ToList();

    /// <summary>Each address with the keys of its causes, computed without entries or an order.</summary>
    internal static IReadOnlyList<string> ExpectedScopes(IEnumerable<Observation> observations) => observations
        .SelectMany(o => SuppressionReasons.Of(o.Evidence), (o, reason) => $"{o.Recipient.Value} {SuppressionKey.Of(
            reason, reason == SuppressionReason.Complaint ? SuppressionScope.Everywhere : SuppressionScope.Of(o.Attribution.ConfigurationSet))}")
        .Distinct()
        .Order(StringComparer.Ordinal)
        .ToList();

    internal static IEnumerable<(SuppressionReason Reason, EmailAddress Recipient, int Messages)> ExpectedMessages(IEnumerable<Observation> observations) =>
        observations
            .SelectMany(o => SuppressionReasons.Of(o.Evidence), (o, reason) => (reason, o.Recipient, o.Key.MessageId))
            .Distinct()
            .GroupBy(o => (o.reason, o.Recipient))
            .Select(g => (g.Key.reason, g.Key.Recipient, g.Count()));

    internal static IReadOnlyList<Outcome> WithoutVersions(IEnumerable<Outcome> outcomes) => outcomes.Select(o => o with { Version = 0 }).ToList();

    internal static IReadOnlyList<string> WithoutVersions(IEnumerable<SuppressionEntry> entries) => entries
        .Select(e => $"{e.Address.Value}: {string.Join(", ", e.Causes.Select(c => $"{c.Key.Reason} in {c.Key.Scope}: {Text((EventCause)c.Value)}"))}")
        .ToList();

    /// <summary>Without the count: a message that is reported for two sets counts where it was seen first.</summary>
    private static string Text(EventCause cause) => $"{cause.FirstAt:HH:mm} to {cause.Last}, until {cause.Until:O}";

    /// <summary>
    /// Follows SES: it never retries an address on its global list, and decides once that a message is not attempted. A message may bounce
    /// several times for recipient 0 and draw several complaints from recipient 1.
    /// </summary>
    private static Observation Observation(int recipient, int message, Evidence kind, Attribution attribution, int minutes)
    {
        var sentAt = Sample.SentAt + TimeSpan.FromMinutes(message * 10);
        var isRepeated = kind == (recipient == 0 ? Evidence.HardBounced : Complaint) || !SuppressionReasons.Of(kind).Any();
        return Sample.Observe(
            kind == Evidence.HardBounced && recipient == 2 ? GlobalList : kind,
            $"recipient-{recipient}",
            $"message-{message}",
            attribution,
            sentAt,
            sentAt + TimeSpan.FromMinutes(isRepeated ? 1 + minutes : 0),
            $"{kind}",
            $"feedback-{message}-{minutes}");
    }
}
