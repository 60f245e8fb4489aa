using System.Globalization;
using System.Text;
using Feedback.Reputation;

namespace Feedback.Reporting;

/// <summary>The plain text of a digest.</summary>
internal static class DigestText
{
    internal static string Of(DigestFacts facts)
    {
        var text = new StringBuilder();
        Line(text, DigestWords.Headline(facts));
        Line(text, string.Empty);
        Line(text, DigestWords.Date(facts));
        Line(text, DigestWords.Where(facts.Deployment));
        foreach (var account in facts.Accounts.Where(account => account.HasMail || account.IsTroubled))
        {
            Line(text, string.Empty);
            Entity(text, account);
            Line(text, $"  {DigestWords.Volume(account)}");
        }

        Sets(text, facts);
        Changes(text, facts);
        List(text, DigestWords.ListTitle, facts.ListChanges.Select(change => Counted(DigestWords.Words(change.What), change.Addresses)));
        List(text, DigestWords.Domains(facts), facts.Domains.Select(domain => Counted(domain.Domain, domain.HardBounces)));
        Line(text, string.Empty);
        Line(text, "Now: feedback status. Curves: feedback report.");
        return text.ToString();
    }

    private static void Sets(StringBuilder text, DigestFacts facts)
    {
        if (facts.Sets.Count == 0)
        {
            return;
        }

        Line(text, string.Empty);
        Line(text, "Configuration sets, the worst first");
        foreach (var set in facts.Sets)
        {
            Entity(text, set);
        }

        if (DigestWords.Others(facts.Others) is { } others)
        {
            Line(text, others);
        }
    }

    private static void Entity(StringBuilder text, DigestEntity entity)
    {
        var standing = DigestWords.Standing(entity);
        Line(text, standing.Length > 0 ? $"{DigestWords.Name(entity)}: {standing}" : DigestWords.Name(entity));
        foreach (var signal in Signal.All)
        {
            Line(text, $"  {DigestWords.Of(entity.Of(signal))}");
            Line(text, $"    {DigestWords.Compared(entity, signal)}");
        }
    }

    private static void Changes(StringBuilder text, DigestFacts facts)
    {
        if (facts.Changes.Count == 0)
        {
            return;
        }

        Line(text, string.Empty);
        Line(text, "What changed");
        foreach (var change in facts.Changes)
        {
            Line(text, $"{DigestWords.ChangeTime(change)} {change.Entity.Name}: {DigestWords.Change(change)}");
            if (change.Evidence.Length > 0)
            {
                Line(text, $"  {DigestWords.WithoutAddresses(change.Evidence)}");
            }
        }

        if (DigestWords.OtherChanges(facts) is { } others)
        {
            Line(text, others);
        }
    }

    private static void List(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Line(text, string.Empty);
            Line(text, title);
            all.ForEach(line => Line(text, $"  {line}"));
        }
    }

    private static string Counted(string name, long count) => string.Create(CultureInfo.InvariantCulture, $"{name} {count:N0}");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
