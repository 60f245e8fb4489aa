using Feedback.Cli.Output;
using Spectre.Console;

namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>Prints the scenario: a row for each kind of set.</summary>
internal sealed class AngryPages(Terminal terminal)
{
    public void Show(AngryResult result)
    {
        terminal.Title($"Angry mailboxes: {Figures.Count(result.Options.Sets, "set")}, seed {result.Options.Seed}");
        terminal.Line($"  {Figures.Count(result.Notifications, "notification")} of five days in {Figures.Seconds(result.Took)}");
        var table = Tables.New("Who complains or bounces", "Sets", "Critical by rates", "Held", "Paused");
        foreach (var kind in result.Sets.GroupBy(set => set.Sender.Kind).OrderBy(kind => kind.Key))
        {
            var paused = kind.Count(set => set.PausedAt is not null);
            var isRight = paused == (kind.First().Sender.IsBad ? kind.Count() : 0);
            table.AddRow(
                Text(kind.Key),
                Figures.Count(kind.Count()),
                Figures.Count(kind.Count(set => set.ByRates is not null)),
                Figures.Count(kind.Count(set => set.Held > 0)),
                isRight ? Figures.Count(paused) : $"[red]{Figures.Count(paused)}[/]");
        }

        terminal.Write(table);
        if (result.Median is { } median && result.Worst is { } worst)
        {
            terminal.Line($"  Bad sets, from critical to the call to SES: median {Figures.Seconds(median)}, worst {Figures.Seconds(worst)}");
        }
    }

    public static IEnumerable<string> Problems(AngryResult result) =>
    [
        .. result.NotPaused.Select(set => $"Check failed: {set.Sender.Name} was not paused."),
        .. result.WronglyPaused.Select(set => $"Check failed: {set.Sender.Name} was paused{Reason(set)}."),
        .. result.NeverTried.Select(set => $"Check failed: the rates of {set.Sender.Name} were never critical, so it proves nothing."),
        .. result.Failed > 0 ? [$"Check failed: {Figures.Count(result.Failed, "notification")} failed."] : Array.Empty<string>(),
    ];

    private static string Reason(AngrySet set) => set.ByMailboxes is null ? "" : $", when {set.ByMailboxes.Evidence}";

    private static string Text(AngryKind kind) => kind switch
    {
        AngryKind.OneMailboxComplains => "one mailbox complains",
        AngryKind.OneMailboxComplainsUnderManyAddresses => "one, by plus addresses",
        AngryKind.OneDomainComplains => "one domain complains",
        AngryKind.OneMailboxOfTheOnlyDomainComplains => "one, of the only domain",
        AngryKind.OneMailboxBounces => "one mailbox bounces",
        AngryKind.OneDomainBounces => "one domain bounces",
        AngryKind.ManyComplain => "bad: many complain",
        AngryKind.ManyBounce => "bad: many bounce",
        AngryKind.ManyOfTheOnlyDomainComplain => "bad: many complain, one domain",
        AngryKind.ManyOfTheOnlyDomainBounce => "bad: many bounce, one domain",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };
}
