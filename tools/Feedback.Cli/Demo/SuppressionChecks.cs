namespace Feedback.Cli.Demo;

/// <summary>Compares the suppression list with the generator's: of the simulated recipients, exactly those, each for its reasons.</summary>
internal static class SuppressionChecks
{
    public static Check Of(DemoOutcome demo)
    {
        var expected = demo.Mail.Senders.SelectMany(sender => demo.Mail.Expected(sender).Suppressed).ToDictionary();
        var recipients = demo.Mail.Messages.Select(message => message.Recipient).ToHashSet();
        var actual = demo.Before.Stored.Suppressed().Where(entry => recipients.Contains(entry.Key)).ToDictionary();
        return Check.None(
            "of the simulated recipients, exactly those are suppressed that have to be",
            [
                .. expected.Keys.Except(actual.Keys).Select(address => $"{address} is not suppressed"),
                .. actual.Keys.Except(expected.Keys).Select(address => $"{address} is suppressed for {string.Join(", ", actual[address])}"),
                .. expected.Where(entry => actual.TryGetValue(entry.Key, out var reasons) && !reasons.SequenceEqual(entry.Value))
                    .Select(entry => $"{entry.Key} is suppressed for {string.Join(", ", actual[entry.Key])} instead of {string.Join(", ", entry.Value)}"),
            ]);
    }
}
