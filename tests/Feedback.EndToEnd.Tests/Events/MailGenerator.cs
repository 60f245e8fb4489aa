namespace Feedback.EndToEnd.Tests.Events;

/// <summary>Generates mail and the events that SES reports about it. The same seed gives the same mail; it was sent just now unless a test says when.</summary>
internal sealed class MailGenerator(int seed)
{
    private static readonly string[] Domains = ["example.org", "example.net", "mail.example.com"];

    private readonly Random _random = new(seed);
    private int _made;

    internal SesMail Mail(string set = "marketing", DateTimeOffset? sentAt = null, int recipients = 1)
    {
        var number = ++_made;
        return new SesMail
        {
            MessageId = $"0102019a{_random.Next():x8}-{_random.Next():x8}-{seed & 0xffff:x4}-4000-8000-{number:x12}-000000",
            SentAt = sentAt ?? TimeProvider.System.GetUtcNow().AddSeconds(-30),
            ConfigurationSet = set,
            Recipients = [.. Enumerable.Range(0, recipients).Select(at => $"reader-{seed}-{number}-{at}@{Domains[_random.Next(Domains.Length)]}")],
            Wrapping = (Wrapping)_random.Next(3),
        };
    }

    /// <summary>A mailing: so many mails to one recipient each.</summary>
    internal IReadOnlyList<SesMail> Mails(int count, string set = "marketing", DateTimeOffset? sentAt = null) =>
        [.. Enumerable.Range(0, count).Select(_ => Mail(set, sentAt))];

    internal T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }
}
