using System.Collections.Immutable;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Feedback.Outcomes.Outcome;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Generates anything that a table may hold.</summary>
internal static class AnyItem
{
    private static readonly Gen<bool> Truth = Gen.Elements(true, false);

    private static readonly Gen<string> Text =
        from pieces in Gen.Elements("a", "Z", "0", "é", "日", "😀", " ", "#", "~", "\"", "\\", "/", "<", "\u2028").NonEmptyListOf()
        select string.Concat(pieces.Take(80));

    private static readonly Gen<string> TextOrNone = Gen.OneOf(Text, Gen.Constant(string.Empty));

    /// <summary>Exact to the tick, over all years that a notification may name.</summary>
    private static readonly Gen<DateTimeOffset> Time =
        from day in Gen.Choose(0, 73_000)
        from second in Gen.Choose(0, 86_399)
        from tick in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 9_999_999))
        select new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddSeconds(second).AddTicks(tick);

    private static readonly Gen<long> Number =
        Gen.OneOf(Gen.Choose(0, 1_000).Select(n => (long)n), Gen.Elements(0, long.MaxValue, int.MaxValue + 1L));

    private static readonly Gen<long> SignedNumber = Gen.OneOf(Number, Number.Select(n => -n));

    private static readonly Gen<Evidence> Evidences = Gen.Choose(1, 2047).Select(bits => (Evidence)bits);

    private static readonly Gen<ReputationEntity> Entities = Gen.OneOf(
        Gen.Elements(ReputationEntity.Account, ReputationEntity.Unattributed),
        Gen.Elements("news", "NEWS", "a-b_c", new string('x', 64)).Select(ReputationEntity.ConfigurationSet));

    private static readonly Gen<Attribution> Attributions =
        from set in Maybe(Gen.Elements("news", "account", "unattributed"))
        from source in Any<AttributionSource>()
        from counted in Truth
        from member in Gen.Elements<MemberAccount?>(null, new MemberAccount("210987654321", "eu-west-1"), new MemberAccount("123456789012", "us-east-1"))
        select new Attribution(set, source, counted, member);

    private static readonly Gen<Window> Windows =
        from quarters in Gen.Choose(1, 6_000)
        select Window.Parse(FormattableString.Invariant($"{quarters * 15}m"));

    private static readonly Gen<Tally> Tallies =
        from a in SignedNumber
        from d in SignedNumber
        from h in SignedNumber
        from s in SignedNumber
        from c in SignedNumber
        select new Tally(a, d, h, s, c);

    private static readonly Gen<Rate> Rates =
        from signal in Gen.Elements<Signal>(Signal.All)
        from window in Windows
        from events in Number
        from trials in Number
        select new Rate(signal, window, events, trials);

    private static readonly Gen<RecipientSpread> Spreads =
        from rate in Rates
        from recipients in Number
        from domains in Gen.Choose(0, int.MaxValue)
        from needed in Number
        select new RecipientSpread(rate, recipients, domains, needed);

    private static readonly Gen<ReputationEvent> ReputationEvents =
        from at in Time
        from subtype in TextOrNone
        from domain in TextOrNone
        from feedback in Maybe(Text)
        select new ReputationEvent(at, subtype, domain, feedback);

    internal static readonly Gen<Outcome> Outcome =
        from hash in Text
        from message in Text
        from evidence in Evidences
        from attribution in Attributions
        from sent in Time
        from delivered in Perhaps(Time)
        from soft in Perhaps(Time)
        from reputationEvent in Maybe(ReputationEvents)
        from version in Number
        select new Outcome(new OutcomeKey(hash, message), evidence, attribution, sent, delivered, soft, reputationEvent, version);

    private static readonly Gen<SuppressionScope> Scopes = Gen.Elements("*", "news", "tenant-7", "A_b-C").Select(text =>
    {
        SuppressionScope.TryParse(text, out var scope).ShouldBeTrue();
        return scope;
    });

    private static readonly Gen<SuppressionCause> EventCauses =
        from times in Time.ArrayOf(2)
        from count in Number
        from message in Text
        from texts in Maybe(TextOrNone).ArrayOf(3)
        from set in Maybe(Gen.Constant("news"))
        from until in Perhaps(Time)
        select (SuppressionCause)new EventCause(times[0], count, new SuppressionEvent(times[1], message, texts[0], texts[1], set, texts[2]), until);

    private static readonly Gen<SuppressionCause> OperatorCauses =
        from at in Time
        from texts in TextOrNone.ArrayOf(2)
        from until in Perhaps(Time)
        select (SuppressionCause)new OperatorCause(at, texts[0], texts[1], until);

    private static readonly Gen<KeyValuePair<SuppressionKey, SuppressionCause>> Causes =
        from reason in Any<SuppressionReason>()
        from scope in Scopes
        from cause in SuppressionReasons.IsOfOperator(reason) ? OperatorCauses : EventCauses
        select KeyValuePair.Create(SuppressionKey.Of(reason, scope), cause);

    private static readonly Gen<Allowance> Allowances =
        from at in Time
        from texts in TextOrNone.ArrayOf(2)
        from until in Perhaps(Time)
        select new Allowance(at, texts[0], texts[1], until);

    internal static readonly Gen<SuppressionEntry> SuppressionEntry =
        from local in Gen.Elements("ann", "bob", "o'hara", "日本", "a+b", "\"a b\"", "very." + new string('l', 50))
        from domain in Gen.Elements("example.org", "xn--bcher-kva.example", "a.b.c.example")
        from reported in Maybe(Text)
        from causes in Causes.ListOf()
        from allowance in Maybe(Allowances)
        from cleared in (from scope in Scopes from at in Time select KeyValuePair.Create(scope, at)).ListOf()
        from version in Number
        select Feedback.Suppression.SuppressionEntry.Stored(
            Address($"{local}@{domain}"),
            reported,
            causes.DistinctBy(cause => cause.Key),
            allowance,
            cleared.DistinctBy(scope => scope.Key),
            version);

    internal static readonly Gen<HistoryEntry> HistoryEntry =
        from entity in Entities
        from at in Time
        from version in Gen.Choose(1, int.MaxValue)
        from texts in TextOrNone.ArrayOf(5)
        select new HistoryEntry(entity, at, version, texts[0], texts[1], texts[2], new Actor(texts[3]), texts[4]);

    internal static readonly Gen<EntityState> EntityState =
        from entity in Entities
        from version in Number
        from level in Any<Level>()
        from sending in Any<SendingStatus>()
        from pausedBy in Perhaps(Any<PausedBy>())
        from truths in Truth.ArrayOf(2)
        from finding in Maybe(TextOrNone)
        from times in Perhaps(Time).ArrayOf(9)
        from hold in Maybe(
            from at in Time
            from since in Time
            from reason in Any<HoldReason>()
            from missing in Perhaps(Number)
            from deadLettered in Perhaps(Number)
            from told in Truth
            from spread in Maybe(Spreads)
            select new Hold(at, since, reason, new DeliveryLag(missing, deadLettered), told) { Spread = spread })
        from alert in Maybe(
            from kind in Any<AlertKind>()
            from at in Number
            from note in Maybe(TextOrNone)
            from takenBy in Gen.Elements<IReadOnlyList<string>>([], ["mail"], ["chat", "pager"])
            select new PendingAlert(kind, at, note) { TakenBy = takenBy })
        from worst in Perhaps(Rates)
        from tallies in (from window in Windows from tally in Tallies select new WindowTally(window, tally)).ListOf()
        select new EntityState
        {
            Entity = entity,
            Version = version,
            Level = level,
            Sending = sending,
            PausedBy = pausedBy,
            Hold = hold,
            HoldToldAt = times[7],
            PauseRequested = truths[0],
            VerifyEnabled = truths[1],
            PauseFailureToldAt = times[6],
            Finding = finding,
            FindingOverAt = times[8],
            PausedAt = times[0],
            ResumedAt = times[1],
            CountFrom = times[2],
            RemindedAt = times[3],
            LeasedUntil = times[4],
            ChangedAt = times[5],
            Alert = alert,
            Worst = worst,
            Tallies = tallies,
        };

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(gen.Select(T? (value) => value), Gen.Constant<T?>(null));

    private static Gen<T?> Perhaps<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(T? (value) => value), Gen.Constant<T?>(null));

    private static EmailAddress Address(string text)
    {
        EmailAddress.TryParse(text, out var address, out var problem).ShouldBeTrue(problem);
        return address;
    }
}
