using Feedback.Cli.Commands;
using Feedback.Cli.Composition;
using Feedback.Notifications;

namespace Feedback.Cli.Suppressions;

/// <summary>The addresses of a command line: the valid ones, each once, and what is wrong with the others. One bad address spoils no other.</summary>
internal sealed record AddressList(IReadOnlyList<EmailAddress> Addresses, IReadOnlyList<string> Problems)
{
    public static AddressList Read(IEnumerable<string> texts)
    {
        var (read, problems) = (new List<EmailAddress>(), new List<string>());
        foreach (var text in texts)
        {
            if (EmailAddress.TryParse(text, out var address, out var problem))
            {
                read.Add(address);
            }
            else
            {
                problems.Add($"'{text}' {problem}.");
            }
        }

        return new AddressList([.. read.Distinct()], problems);
    }

    /// <summary>Names the bad addresses, and returns the exit code of the command.</summary>
    public int Finish(DeploymentContext context, int otherwise)
    {
        context.Terminal.Problems(Problems);
        return Problems.Count > 0 ? ExitCode.Usage : otherwise;
    }
}
